package io.watchfloor.action.host;

import java.util.Arrays;
import java.util.List;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;

/**
 * The tools that look at a host and change nothing, each with the flags and operands that
 * are known to do only that. What is not listed does not run.
 */
public enum HostTool {

	DF("df", "-aBhHiklmPT -t=W+ -x=W+ --all --human-readable --inodes --local --total --print-type --output?=W --type=W"
			+ " --exclude-type=W | P*"),
	DU("du", "-abchHkLmsSx0 -d=N -t=Z -B=Z --all --apparent-size --bytes --total --human-readable --summarize --si"
			+ " --one-file-system --max-depth=N --threshold=Z --exclude=T+ --time --block-size=Z | P*"),
	FREE("free", "-bkmghltw --bytes --kilo --mega --giga --human --si --total --wide |"),
	UPTIME("uptime", "-ps --pretty --since |"), TOP("top", "-bcHiS1 -n=N -p=W -u=W -o=W -w=N -d=Z -E=W -e=W |"),
	PS("ps", "-aAdefFjlLMNHTwyZ -o,-O=T+ -p,--pid=W -C=W -u,-U=W -g,-G=W -t=W -q=W --ppid=W --user=W --group=W"
			+ " --sort=T --format=T --no-headers --no-heading --headers --forest --cols=N --width=N | {a,x,f,u,ax,axu,aux,"
			+ "auxf,auxw,auxww,auxwww,axf,axjf,axl,axw,axww,auf,au,ux,uxf,-}?"),
	PGREP("pgrep",
			"-acfilLnovwx -u=W -U=W -P=W -g=W -t=W -d=T --full --list-name --list-full --exact --newest --oldest"
					+ " --count --ignore-case | T"),
	PIDOF("pidof", "-sxc -o=W | W+"), PSTREE("pstree", "-acglnpsuAUTh | W?"),
	VMSTAT("vmstat", "-adfimnstwy -S=W --active --stats --disk --timestamp --wide | N? N?"),
	IOSTAT("iostat", "-cdhkmNtxyzs -p=W -o=W | W* "), MPSTAT("mpstat", "-A -P=W -u=W | N? N?"),
	PIDSTAT("pidstat", "-dhrstuvwlI -p=W -C=T | N? N?"), SAR("sar", "-AbBdFHqrRSuvwWyz -n=W -P=W -s=W -e=W | N? N?"),
	LSCPU("lscpu", "-aecpyJ --json --all |"), LSBLK("lsblk", "-aAbdfilmnpOrSt -o=W --all --fs --output=W --json | P*"),
	LSMOD("lsmod", "|"), NPROC("nproc", "--all |"), UNAME("uname", "-asnrvmpio --all |"),
	HOSTNAME("hostname", "-afdiIsAy --fqdn --ip-address --all-ip-addresses --short |"),
	HOSTNAMECTL("hostnamectl", "| {status}?"), TIMEDATECTL("timedatectl", "| {status,show,timesync-status}?"),
	DATE("date", "-u --utc -R --rfc-email -I?=W --iso-8601?=W -d,--date=T | F?"), WHOAMI("whoami", "|"),
	ID("id", "-agGnruz | W*"), GROUPS("groups", "| W*"), WHO("who", "-aAbdHlmpqrstTu |"), W("w", "-hsfio | W?"),
	LAST("last", "-adFiwx -n=N -s=W -t=W NUM | W*"), SWAPON("swapon", "-s --show?=W --summary |"),
	LS("ls", "-1aAbBcCdfFgGhHiklLmnNopqQrRsStTuUvxXZ --all --almost-all --human-readable --recursive --reverse"
			+ " --directory --inode --size --color?=W --full-time --sort=W --time=W --time-style=T --group-directories-first"
			+ " --si | P*"),
	STAT("stat", "-fLt -c=T --format=T --printf=T --file-system --terse | P+"),
	FILE("file", "-bhikLz --brief --mime | P+"), READLINK("readlink", "-femnqsvz | P+"),
	REALPATH("realpath", "-emLPqsz | P+"), WHICH("which", "-a | W+"),
	TREE("tree", "-adfhpsugDFrt -L=N -I=T -P=T --du --dirsfirst --noreport | P*"),
	CAT("cat", "-AbeEnstTuv --number --show-all --squeeze-blank | P+"), TAC("tac", "| P+"),
	HEAD("head", "-qv -n,--lines=Z -c,--bytes=Z --quiet NUM | P+"),
	TAIL("tail", "-fFqvr -n,--lines=Z -c,--bytes=Z --follow?=W --quiet --retry NUM | P+"),
	WC("wc", "-clLmw --lines --words --bytes --chars | P+"), DIFF("diff", "-abBilNqruswyU --brief --unified | P P"),
	GREP("grep", "-acEFGhHiIlLnoPqrRsvwxz  -A=N -B=N -C=N -m=N --include=T+ --exclude=T+ --exclude-dir=T+ --color?=W"
			+ " --colour?=W --ignore-case --invert-match --count --line-number --recursive --files-with-matches"
			+ " --only-matching --extended-regexp --perl-regexp --fixed-strings --no-filename --with-filename --text"
			+ " --after-context=N --before-context=N --context=N --max-count=N NUM | T P*"),
	GREP_EXPRESSIONS("grep",
			"-acEFGhHiIlLnoPqrRsvwxz -e=T+ -A=N -B=N -C=N -m=N --include=T+ --exclude=T+ --exclude-dir=T+ --color?=W"
					+ " --colour?=W --ignore-case --invert-match --count --line-number --recursive --files-with-matches"
					+ " --only-matching --extended-regexp --perl-regexp --fixed-strings --no-filename --with-filename --text"
					+ " --after-context=N --before-context=N --context=N --max-count=N NUM | P*",
			"-e"),
	ZGREP("zgrep", "-acEFhHilnovwx -A=N -B=N -C=N -m=N | T P+"), ZCAT("zcat", "-f | P+"),
	GZIP("gzip", "-lqtv --test --list --verbose | P+", "-l -t --test --list"),
	GUNZIP("gunzip", "-lqtv --test --list | P+", "-l -t --test --list"),
	TAR("tar", "-tvzjJ -f=P --list --verbose --gzip --file=P --exclude=T | W*", "-t --list"),
	TAR_BUNDLED("tar", "| {tf,tvf,tzf,tzvf,tvzf,ztvf,tjf,tjvf,tJf,tJvf} P W*"),
	MD5SUM("md5sum", "-c --check --quiet --status | P+"), SHA1SUM("sha1sum", "-c --check --quiet | P+"),
	SHA256SUM("sha256sum", "-c --check --quiet --status | P+"), SHA512SUM("sha512sum", "-c --check --quiet | P+"),
	FIND("find", "single -xdev -mount -depth -maxdepth=N -mindepth=N -name=T+ -iname=T+ -path=T+ -ipath=T+ -regex=T+"
			+ " -type=W+ -size=Z+ -mtime=Z+ -mmin=Z+ -ctime=Z+ -cmin=Z+ -atime=Z+ -amin=Z+ -newer=P+ -newermt=T+ -empty -user=W+ -group=W+"
			+ " -perm=T+ -uid=Z -gid=Z -nouser -nogroup -links=Z -inum=N -not -o -or -a -and -print -print0 -ls -printf=T"
			+ " -readable -writable -executable -prune -quit -follow -L -P -H | P+"),
	JOURNALCTL("journalctl",
			"-abefklmqrx -u,--unit=W+ -n,--lines=W -p,--priority=W -S,--since=T -U,--until=T -t=W+ -o,--output=W"
					+ " -g,--grep=T --boot?=W --no-pager --no-full --all --dmesg --reverse --utc --follow --catalog --pager-end"
					+ " --disk-usage --list-boots --no-hostname --user-unit=W --identifier=W --quiet --case-sensitive?=W | W*"),
	SYSTEMCTL_LIST("systemctl", "-al -t=W+ --all --failed --full --no-pager --no-legend --plain --state=W --type=W+ |"),
	SYSTEMCTL("systemctl",
			"-alq -n=N -t=W+ -p=W+ --all --failed --full --no-pager --no-legend --plain --quiet --state=W --type=W"
					+ " --lines=N --user --value | {status,is-active,is-enabled,is-failed,list-units,list-timers,list-sockets,"
					+ "list-unit-files,list-dependencies,list-jobs,is-system-running,get-default} W*"),
	SERVICE_STATUS("service", "| W {status}"),
	DMESG("dmesg",
			"-HTeklrtux -l,--level=W -f,--facility=W --ctime --human"
					+ " --decode --nopager --time-format=W --since=T --until=T |"),
	SS("ss", "-04 -6abelHimnoOprstTuwxZ --all --listening --numeric --processes --summary --tcp --udp --unix --extended --info"
			+ " | T*"),
	NETSTAT("netstat",
			"-aceghilMnNoprstTuvWwx46 --all --listening --numeric --program --programs --tcp --udp --route --statistics"
					+ " --interfaces |"),
	LSOF("lsof", "-abnPltURVXw -i?=T -p=W -u=W -c=W -d=W -s?=W | W*"), FUSER("fuser", "-vuam4 -n=W | T+"),
	DIG("dig", "-46 -t=W -p=N -x=H -c=W | W+"),
	NSLOOKUP("nslookup", "single -type=W -query=W -port=N -timeout=N -debug | H H?"),
	HOST("host", "-aCdrvTw46 -t=W -W=N -R=N -c=W | H H?"),
	GETENT("getent", "| {hosts,ahosts,ahostsv4,ahostsv6,passwd,group," + "services,protocols} W*"),
	PING("ping", "-46nqDOv -c=N -i=Z -W=Z -w=N -s=N -I=W -t=N | H"),
	TRACEROUTE("traceroute", "-46nIT -m=N -w=Z -q=N -p=N | H"), TRACEPATH("tracepath", "-46nb -m=N | H"),
	MTR("mtr", "-46nbrw -c=N --report --report-wide --no-dns --report-cycles=N | H", "-r --report --report-wide -w"),
	NC("nc", "-46nuvz -w=N -G=N | H W", "-z"), IP("ip",
			"single -4 -6 -br -brief -s -stats -d -o -oneline -j -c | {a,addr,address,r,route,l,link,n,neigh,neighbour,"
					+ "rule,netns} {show,list,ls}?"),
	IFCONFIG("ifconfig", "-a | W?"), ROUTE("route", "-neve |"), ARP("arp", "-aenv |"),
	OPENSSL_S_CLIENT("openssl s_client",
			"single -connect=W -servername=H -showcerts -starttls=W -tls1_2 -tls1_3 -brief"
					+ " -quiet -verify=N -verify_return_error -CAfile=P -CApath=P -status -4 -6 -alpn=W | W?"),
	OPENSSL_X509("openssl x509",
			"single -in=P -inform=W -noout -text -dates -startdate -enddate -subject -issuer -serial"
					+ " -fingerprint -sha256 -sha1 -ext=W -checkend=N -checkhost=H -nameopt=W |"),
	OPENSSL_VERSION("openssl version", "-adfopv |"), CRONTAB("crontab", "-l -u=W |", "-l"),
	SYSCTL("sysctl", "-aneN | H*"), LOGROTATE("logrotate", "-dv --debug --verbose -s=P --state=P | P+", "-d --debug"),
	LSATTR("lsattr", "-adR | P*"), GETFACL("getfacl", "-acenR | P+"),
	IPTABLES("iptables", "-LSnvx -t=W --list --list-rules --numeric --verbose" + " --line-numbers | W?",
			"-L -S --list --list-rules"),
	UFW("ufw", "| {status} {verbose,numbered}?"),
	NVIDIA_SMI("nvidia-smi",
			"-L -q -i=W -d=W --list-gpus --query --query-gpu=W" + " --query-compute-apps=W --format=W |"),
	SENSORS("sensors", "-fuAj |"), DPKG("dpkg", "-l -s -L -S --list --status | W*", "-l -s -L -S --list --status"),
	RPM("rpm", "-qal --query --all | W*", "-q --query"),
	APT_LIST("apt list", "--installed --upgradable --upgradeable -a | W*"),
	APT_CACHE("apt-cache", "| {policy,show,search} W+"), UMASK("getconf", "-a | W? P?"),
	LOCALECTL("localectl", "| {status}?"), LOGINCTL("loginctl", "--no-pager | {list-sessions,list-users}?"),
	GIT_STATUS("git status", "-sbu?=W --short --branch --porcelain?=W --long --ignored --untracked-files?=W | P*"),
	GIT_LOG("git log",
			"-n=N NUM --oneline --graph --decorate?=W --all --since=T --until=T --after=T --before=T --author=T --grep=T+"
					+ " --stat --name-only --name-status --no-merges --merges --first-parent --reverse --format=T --pretty=T --date=W"
					+ " --max-count=N --abbrev-commit --follow --no-decorate --shortstat --tags --branches --patch -p -S=T -i | W* P*"),
	GIT_DIFF("git diff",
			"--stat --name-only --name-status --cached --staged --shortstat --word-diff --numstat -w -b | W* P*"),
	GIT_SHOW("git show", "--stat --name-only --name-status --oneline --format=T --pretty=T --no-patch -s --quiet | T*"),
	GIT_REV_PARSE("git rev-parse",
			"--short?=N --abbrev-ref --verify --show-toplevel --is-inside-work-tree -q --symbolic-full-name"
					+ " --git-dir | W*"),
	GIT_BRANCH("git branch",
			"-arv --all --remotes --list --show-current --contains=W --merged?=W --no-merged?=W --sort=T -vv |"),
	GIT_TAG("git tag", "--sort=T --contains=W --points-at=W --merged?=W --format=T |"),
	GIT_TAG_LIST("git tag", "-ln --list --sort=T --contains=W --points-at=W --merged?=W --format=T | T?", "-l --list"),
	GIT_REMOTE("git remote", "-v --verbose |"),
	GIT_DESCRIBE("git describe", "--tags --always --dirty --abbrev=N --long --all --match=T | W*"),
	GIT_LS_FILES("git ls-files", "-cdmosuk --others --modified --deleted --stage --exclude-standard | P*"),
	GIT_BLAME("git blame", "-wle -L=W+ | W* P"),
	GIT_SHORTLOG("git shortlog", "-sne --summary --numbered --since=T | W+"),
	GIT_REFLOG("git reflog", "-n=N NUM --date=W | {show}?"), GIT_STASH_LIST("git stash list", "|"),
	GIT_VERSION("git version", "|"),
	GIT_REV_LIST("git rev-list", "--count --all --max-count=N -n=N --since=T --merges --no-merges | W*"),
	GIT_MERGE_BASE("git merge-base", "--is-ancestor | W W"), GIT_WORKTREE_LIST("git worktree list", "|"),
	TERRAFORM_SHOW("terraform show", "single -no-color | P?"),
	TERRAFORM_STATE_LIST("terraform state list", "single -id=W | W*"),
	TERRAFORM_OUTPUT("terraform output", "single -no-color |"),
	TERRAFORM_VALIDATE("terraform validate", "single -no-color -json |"),
	TERRAFORM_VERSION("terraform version", "single -json |"),
	TERRAFORM_WORKSPACE("terraform workspace list", "single |"), TERRAFORM_PROVIDERS("terraform providers", "single |"),
	TERRAFORM_WORKSPACE_SHOW("terraform workspace show", "single |"),
	TERRAFORM_GRAPH("terraform graph", "single -type=W |"),
	ALEMBIC_CURRENT("alembic current", "-v --verbose --check-heads |"),
	ALEMBIC_HISTORY("alembic history", "-v,--verbose" + " -i,--indicate-current -r,--rev-range=W |"),
	ALEMBIC_HEADS("alembic heads", "-v --verbose --resolve-dependencies |"), ALEMBIC_SHOW("alembic show", "-v | W"),
	ALEMBIC_BRANCHES("alembic branches", "-v --verbose |"),
	COSIGN_VERIFY("cosign verify",
			"--key=W --certificate-identity=T --certificate-identity-regexp=T --certificate-oidc-issuer=T"
					+ " --certificate-oidc-issuer-regexp=T --output=W -o=W --annotations=T+ -a=T+ --insecure-ignore-tlog | W+"),
	COSIGN_VERSION("cosign version", "|"), COSIGN_TREE("cosign tree", "| W"),
	COSIGN_VERIFY_ATTESTATION("cosign verify-attestation",
			"--key=W --type=W --certificate-identity=T --certificate-oidc-issuer=T"
					+ " --certificate-identity-regexp=T --output=W -o=W | W+"),
	COSIGN_DOWNLOAD_SBOM("cosign download sbom", "| W"),
	TRIVY_IMAGE("trivy image", "--severity=W --exit-code=N"
			+ " --ignore-unfixed --format=W -f=W --scanners=W --vuln-type=W --pkg-types=W --no-progress -q --quiet --timeout=W"
			+ " --light | W"),
	TRIVY_VERSION("trivy version", "|"), CERTBOT_CERTIFICATES("certbot certificates", "-d=W --cert-name=W |"),
	NGINX("nginx", "-vV |", "-v -V"), PYTHON("python", "-V --version |", "-V --version"),
	PYTHON3("python3", "-V --version |", "-V --version"), NODE("node", "-v --version |", "-v --version"),
	NPM_VERSION("npm", "-v --version |", "-v --version"), PIP_LIST("pip list", "--outdated --format=W |"),
	GCLOUD_1("gcloud", Cloud.GCLOUD + " | {projects,services,logging} {list,describe} W?"),
	GCLOUD_2("gcloud",
			Cloud.GCLOUD
					+ " | {compute,container,run,sql,redis,dns,functions,builds,scheduler,pubsub,monitoring,logging,"
					+ "artifacts,app,filestore,beta} W {list,describe} W?"),
	GCLOUD_3("gcloud",
			Cloud.GCLOUD + " | {compute,container,run,sql,dns,monitoring,artifacts,app} W W {list,describe} W?"),
	GCLOUD_RUN_LOGS("gcloud", Cloud.GCLOUD + " | {run} {services,jobs} {logs} {read} W"),
	GCLOUD_LOGGING("gcloud logging read", Cloud.GCLOUD + " | T"),
	AZ_1("az", Cloud.AZ
			+ " | {aks,vm,vmss,group,resource,cosmosdb,disk,snapshot,containerapp,functionapp,webapp,acr} {list,show}"),
	AZ_2("az", Cloud.AZ
			+ " | {network,monitor,postgres,mysql,sql,redis,storage,aks,vm,backup} {vnet,nsg,lb,public-ip,dns,"
			+ "metrics,activity-log,alert,flexible-server,server,db,nodepool,vault,job,application-gateway} {list,show}"),
	AZ_3("az", Cloud.AZ
			+ " | {network,cosmosdb,monitor,postgres} {vnet,nsg,sql,metrics,flexible-server,dns} {peering,subnet,"
			+ "rule,database,container,alert,db,replica,backup,record-set} {list,show}"),
	AZ_AKS_CHECK("az aks", Cloud.AZ + " | {get-versions,check-acr}"), AZ_VERSION("az version", "-o,--output=W |"),
	DOCTL_1("doctl", Cloud.DOCTL + " | {apps,projects} {list,get} W?"),
	DOCTL_2("doctl",
			Cloud.DOCTL + " | {compute,kubernetes} {droplet,firewall,volume,snapshot,load-balancer,domain,"
					+ "cluster,image,region,size} {list,get} W*"),
	DOCTL_APP_LOGS("doctl apps logs", Cloud.DOCTL + " --type=W --tail=N --deployment=W | W W?"),
	DOCTL_DEPLOYMENTS("doctl apps", Cloud.DOCTL + " | {list-deployments,get-deployment} W W?"),
	VELERO("velero",
			"-n,--namespace=W -l,--selector=T -o,--output=W --show-labels --kubecontext=W"
					+ " | {backup,restore,schedule,backup-location,snapshot-location} {get} W*"),
	VELERO_GET("velero get",
			"-n,--namespace=W -o,--output=W -l,--selector=T | {backups,backup,restores,restore,schedules,"
					+ "schedule,backup-locations,snapshot-locations} W*"),
	VELERO_VERSION("velero version", "--client-only |"),
	NATS_LIST("nats", Cloud.NATS + " -n,--names -a,--all -j,--json | {stream,consumer,kv,object} {ls,list,report} W?"),
	NATS_INFO("nats", Cloud.NATS + " -j,--json | {stream,consumer,kv,object} {info,state,status} W W?"),
	NATS_SERVER("nats server", Cloud.NATS + " -j,--json | {ping,list,ls,info,check,report} W*"),
	RABBITMQCTL("rabbitmqctl",
			"-p=W -n=W -q -s --vhost=W --node=W --quiet --silent --formatter=W --timeout=N | {status,"
					+ "cluster_status,list_queues,list_exchanges,list_bindings,list_connections,list_channels,list_consumers,"
					+ "list_vhosts,list_policies,ping,node_health_check} W*"),
	RABBITMQ_DIAGNOSTICS("rabbitmq-diagnostics",
			"-n=W -q -s --quiet --silent | {ping,status,check_running,check_local_alarms,"
					+ "check_port_connectivity,memory_breakdown,alarms,listeners} W*"),
	KAFKA_TOPICS("kafka-topics", Cloud.KAFKA, "--list --describe"),
	KAFKA_TOPICS_SH("kafka-topics.sh", Cloud.KAFKA, "--list --describe"),
	KAFKA_GROUPS("kafka-consumer-groups", Cloud.KAFKA, "--list --describe"),
	KAFKA_GROUPS_SH("kafka-consumer-groups.sh", Cloud.KAFKA, "--list --describe"),
	CEPH("ceph", "-s -f,--format=W --status |", "-s --status"),
	CEPH_VERBS("ceph", "-f,--format=W | {status,health,df,versions} {detail}?"),
	CEPH_OSD("ceph osd", "-f,--format=W | {tree,df,stat,status,dump,perf}"),
	CEPH_PARTS("ceph", "-f,--format=W | {mon,pg,mds,mgr,fs} {stat,dump,status,ls}"),
	RESTIC("restic",
			"-r,--repo=W -p,--password-file=P --no-lock --json --tag=W --host=W -H=W --latest=N --path=P"
					+ " | {snapshots,stats,version,ls,diff} W*"),
	GITLAB_CTL("gitlab-ctl", "| {status} W?"),
	ETCDCTL("etcdctl", Cloud.ETCD + " -w,--write-out=W --cluster | {endpoint} {health,status,hashkv}"),
	ETCDCTL_LIST("etcdctl", Cloud.ETCD + " -w,--write-out=W | {member,alarm} {list}"),
	NODETOOL("nodetool",
			"-h=H -p=N -u=W | {status,info,tpstats,ring,netstats,compactionstats,describecluster,gossipinfo,version}"),
	SQLITE("sqlite3", "single -header -column -csv -json -line -list -table -box | P T"),
	CRICTL("crictl",
			"-a -q -o,--output=W --name=W --state=W --all --no-trunc | {ps,pods,images,info,version,stats} W*"),
	CRICTL_LOGS("crictl logs", "--tail=N --since=W -p --previous -t --timestamps | W"),
	PG_CHECKSUMS("pg_checksums", "-D,--pgdata=P -c,--check -v,--verbose -P,--progress |"),
	ARGOCD("argocd app", "-o,--output=W -p,--project=W --grpc-web | {list,get,history} W?"),
	RUSTC("rustc", "--version -V |", "--version -V"), PIP_SHOW("pip show", "| W+"), PIP_FREEZE("pip freeze", "|"),
	NPM_LS("npm ls", "--depth=N --all -g --json | W*"),
	NPM_AUDIT("npm audit", "--json --production --omit=W --audit-level=W |"),
	NPM_OUTDATED("npm outdated", "--json | W*"), JAVA("java", "single -version --version |", "-version --version");

	/** The flags of tools that have the same for many verbs; all of them only choose. */
	private static final class Cloud {

		static final String GCLOUD = "--project=W --region=W --zone=W --location=W --format=T --filter=T --limit=N --sort-by=T"
				+ " --freshness=W --order=W --uri --page-size=N --platform=W --instance=W --service=W --cluster=W"
				+ " --database=W --flatten=T -q --quiet";

		static final String AZ = "-g,--resource-group=W -n,--name=W -o,--output=W --query=T --subscription=W -a,--account-name=W"
				+ " -d,--database-name=W -s,--server=W --vnet-name=W --nsg-name=W --resource=W --metric=W --metrics=W --interval=W"
				+ " --start-time=W --end-time=W --aggregation=W --filter=T --cluster-name=W --ids=W -c,--container=W"
				+ " --resource-type=W --server-name=W --vault-name=W -d=W --top=N";

		static final String DOCTL = "-o,--output=W --format=T --no-header --context=W";

		static final String NATS = "-s,--server=T --context=W";

		static final String KAFKA = "single --bootstrap-server=T --list --describe --topic=W --group=W --all-groups --members"
				+ " --state --under-replicated-partitions --unavailable-partitions --exclude-internal |";

		static final String ETCD = "--endpoints=T --cacert=P --cert=P --key=P --command-timeout=W --dial-timeout=W";

	}

	private final String words;

	private final String spec;

	private final String needed;

	HostTool(String words, String spec) {
		this(words, spec, "");
	}

	/**
	 * With flags of which at least one must be there, because the others may change
	 * something.
	 */
	HostTool(String words, String spec, String needed) {
		this.words = words;
		this.spec = spec;
		this.needed = needed;
	}

	/** The program that is started. */
	public String program() {
		return all().getFirst();
	}

	/** The words behind the program that choose this tool; often none. */
	List<String> verb() {
		return all().subList(1, all().size());
	}

	/** Reads the words behind the verb. */
	FlagGrammar.Given read(Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of(this.spec).read(arguments);
		if (!this.needed.isEmpty() && Arrays.stream(this.needed.split(" ", -1)).noneMatch(given::has)) {
			throw arguments.problem("without one of " + this.needed + " it may change something.");
		}
		return given;
	}

	private List<String> all() {
		return List.of(this.words.split(" ", -1));
	}

	/** All tools of a program, in the order of this list. */
	static List<HostTool> of(String program) {
		return Arrays.stream(values()).filter((tool) -> tool.program().equals(program)).toList();
	}

}
