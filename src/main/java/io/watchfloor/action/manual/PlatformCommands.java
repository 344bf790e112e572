package io.watchfloor.action.manual;

import java.util.List;

import io.watchfloor.action.ManualCommands;
import io.watchfloor.action.ManualForm;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/** Containers, clusters and databases, where the work is not the console's. */
@Component
class PlatformCommands implements ManualCommands {

	private static final String FILES = "It reads files that lie on the machine where it is typed.";

	private static final String DOCKERFILE = "It runs what the Dockerfiles say.";

	private static final String TERMINAL = "It needs a terminal of its own.";

	private static final String SWITCHES = " -n,--namespace=W --context=W --kubeconfig=P";

	private static final String BUILD = " --no-cache --pull --progress=W -q,--quiet --build-arg=T+ --parallel -t,--tag=W+ --platform=W"
			+ " --target=W --push --load --rm -m,--memory=W --secret=T+";

	private static final String COMPOSE = "-f,--file=P+ -p,--project-name=W --profile=W+ --env-file=P+ --project-directory=P";

	private static final String RUN = "-ditP --rm --init --name=W --network,--net=W -p,--publish=W+ -e,--env=T+ -v,--volume=T+ --restart=W -w,--workdir=P"
			+ " --env-file=P -u,--user=W --entrypoint=T -m,--memory=W --cpus=Z -l,--label=T+ --gpus=W --platform=W --detach --interactive --tty"
			+ " --add-host=W+ -h,--hostname=W --pull=W --health-cmd=T stop";

	private static final String DUMP = "-U,--username=T -h,--host=T -p,--port=T -d,--dbname=T -F,--format=W -f,--file=P -n,--schema=W+ -t,--table=W+ -a -s -c -v -w -W -O -x -C"
			+ " --data-only --schema-only --clean --create --if-exists --no-owner --no-acl --no-privileges --verbose -j,--jobs=N -Z,--compress=W"
			+ " --exclude-table=W+ --exclude-table-data=W+ --inserts --column-inserts -l --list -L=P --single-transaction -1 -e --exit-on-error --no-password";

	private static final String PSQL = "-U,--username=T -h,--host=T -p,--port=T -d,--dbname=T -v,--set,--variable=T+ -qatAXxwW1b --single-transaction -P=T+ --quiet --echo-all -e -L=P -o=P -S -n --no-psqlrc -E"
			+ " --no-password";

	private static final List<ManualForm> FORMS = List.of(form("kubectl apply",
			"-k=P -f,--filename=T+ -R --recursive --server-side --force-conflicts --dry-run?=W --prune -l,--selector=T --validate?=W --wait --field-manager=W -o,--output=W"
					+ SWITCHES + " |",
			"Apply the manifests", Risk.DISRUPTIVE, FILES),
			form("kubectl replace", "-f,--filename=T+ --force" + SWITCHES + " |", "Replace what the manifests name",
					Risk.DISRUPTIVE, FILES),
			form("kubectl diff", "-k=P -f,--filename=T+ -R" + SWITCHES + " |", "Compare with the manifests", Risk.READ,
					FILES),
			form("kubectl delete",
					"-k=P -f,--filename=T+ -R --ignore-not-found?=W --wait?=W --grace-period=N --force" + SWITCHES
							+ " |",
					"Delete what the manifests name", Risk.DESTRUCTIVE, FILES),
			form("kubectl create", "-f,--filename=T --save-config" + SWITCHES + " |", "Create what the manifests name",
					Risk.REVERSIBLE, FILES),
			form("kubectl create secret",
					"--from-literal=T+ --from-file=T+ --from-env-file=P --cert=P --key=P --dry-run?=W -o,--output=W --docker-server=T --docker-username=T --docker-password=T --type=W"
							+ SWITCHES + " | {generic,tls,docker-registry} W",
					"Make the secret {}", Risk.REVERSIBLE, "A secret's values do not belong into a console's record."),
			form("kubectl create configmap",
					"--from-literal=T+ --from-file=T+ --from-env-file=P --dry-run?=W -o,--output=W" + SWITCHES + " | W",
					"Make the configuration {}", Risk.REVERSIBLE, FILES),
			form("kubectl edit", "-o,--output=W" + SWITCHES + " | W W?", "Edit {}", Risk.DISRUPTIVE,
					"It opens an editor; patch, set env or set image can be previewed."),
			form("kubectl port-forward", "--address=W" + SWITCHES + " | W T+",
					"Forward a port of {} to the own machine", Risk.READ,
					"It holds a connection open on the person's own machine."),
			form("kubectl proxy", "-p,--port=N" + SWITCHES + " |", "Open a way to the cluster on the own machine",
					Risk.READ, "It holds a connection open on the person's own machine."),
			form("kubectl cp", "-c,--container=W --retries=N" + SWITCHES + " | P P", "Copy {}", Risk.DISRUPTIVE, FILES),
			form("kubectl exec", "-it --stdin --tty -c,--container=W" + SWITCHES + " | W {sh,bash,/bin/sh,/bin/bash}",
					"Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("kubectl rsh", SWITCHES + " | W", "Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("kubectl debug", "-it --image=W --target=W --copy-to=W" + SWITCHES + " | W",
					"Open a session beside {}", Risk.DESTRUCTIVE, TERMINAL),
			form("oc rsh", SWITCHES + " | W", "Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("oc debug", SWITCHES + " | W?", "Open a session beside {}", Risk.DESTRUCTIVE, TERMINAL),
			form("kubectl config",
					"--current --namespace=W --context=W --minify --raw | {use-context,set-context,get-contexts,current-context,view,set-cluster,set-credentials} W*",
					"Choose a cluster on the own machine: {}", Risk.REVERSIBLE,
					"The console names context and namespace in every call."),
			form("kubectl explain", "--recursive | W", "Explain the type {}", Risk.READ,
					"It looks at nothing that runs."),
			form("kubectl argo rollouts",
					SWITCHES + " -w --watch | {get,status,list} {rollout,rollouts,experiment,experiments}? W*",
					"Look at the rollout {}", Risk.READ, "It is a plugin's."),
			form("kubectl argo rollouts", SWITCHES + " --full | {promote,abort,retry,restart,pause,undo,set} T+",
					"Change the rollout: {}", Risk.DISRUPTIVE, "It is a plugin's."),
			form("helm",
					"--reuse-values --install --atomic --wait --dry-run --debug --force --create-namespace --reset-values --cleanup-on-fail -f,--values=P+ --set=T+ --set-string=T+ --version=W --timeout=W -i --devel --history-max=N"
							+ SWITCHES + " | {upgrade,install} W P",
					"Install or upgrade the release {}", Risk.DISRUPTIVE,
					"The chart and its values are files of the person's own machine."),
			form("helm rollback", "--wait --timeout=W --cleanup-on-fail --dry-run --force" + SWITCHES + " | W N?",
					"Set back every object of the release {}", Risk.DISRUPTIVE,
					"What that makes of each cannot be previewed here."),
			form("helm rollback", "--wait --timeout=W --cleanup-on-fail --dry-run --force" + SWITCHES + " | W W",
					"Set back every object of the release {}", Risk.DISRUPTIVE,
					"What that makes of each cannot be previewed here."),
			form("helm", "--keep-history --wait --timeout=W --dry-run" + SWITCHES + " | {uninstall,delete} W+",
					"Delete every object of the release {}", Risk.DESTRUCTIVE,
					"A person decides with the chart at hand."),
			form("helm",
					"-f,--values=P+ --set=T+ --version=W" + SWITCHES
							+ " | {template,lint,pull,package,dependency,repo,show,search,test} T*",
					"Work with charts: {}", Risk.REVERSIBLE, "It works on the person's own machine."),
			form("docker build", BUILD + " -f,--file=P | P", "Build an image of {}", Risk.REVERSIBLE, DOCKERFILE),
			form("docker buildx build", BUILD + " -f,--file=P | P", "Build an image of {}", Risk.REVERSIBLE,
					DOCKERFILE),
			form("docker buildx imagetools", "-t=W+ --raw --format=T | {inspect,create} W+",
					"Look at or join images: {}", Risk.REVERSIBLE, "It works on a registry."),
			form("docker push", "-qa --all-tags | W", "Publish the image {}", Risk.DISRUPTIVE,
					"Whoever pulls the tag next gets it."),
			form("docker login", "-u,--username=T -p,--password=T --password-stdin | W?",
					"Store a registry's password {}", Risk.REVERSIBLE, "It signs in as a person."),
			form("docker run", RUN + " | T T*", "Start a container from nothing: {}", Risk.DESTRUCTIVE,
					"It may do anything to the host."),
			form("docker exec",
					"-it -u,--user=W -w=P | W {sh,bash,/bin/sh,/bin/bash,redis-cli,psql,mysql,mongosh,python} T*",
					"Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("docker cp", "-aLq | P P", "Copy {}", Risk.DISRUPTIVE, FILES),
			form("docker save", "-o,--output=P | W+", "Write images to a file: {}", Risk.READ, FILES),
			form("docker load", "-qi,--input=P |", "Read images from a file", Risk.REVERSIBLE, FILES),
			form("docker load", "-q -i,--input=P |", "Read images from a file", Risk.REVERSIBLE, FILES),
			form("docker commit", "-m=T -a=T | W W?", "Make an image of what a container changed: {}", Risk.REVERSIBLE,
					DOCKERFILE),
			form("docker update", "--cpus=Z -m,--memory=W --memory-swap=Z --restart=W | W+", "Change the limits of {}",
					Risk.DISRUPTIVE, "Its end shows only under load."),
			form("docker attach", "| W", "Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("docker",
					"--detach -d --replicas=N --image=W --force --update-parallelism=N -c=P --compose-file=P --with-registry-auth -q | {service,stack,swarm,node} T+",
					"Work with Swarm: {}", Risk.DISRUPTIVE, "Swarm is not reached from here."),
			form("docker compose build", COMPOSE + BUILD + " | W*", "Build the images of {}", Risk.REVERSIBLE,
					DOCKERFILE),
			form("docker-compose build", COMPOSE + BUILD + " | W*", "Build the images of {}", Risk.REVERSIBLE,
					DOCKERFILE),
			form("docker compose up", COMPOSE
					+ " -d,--detach --build --force-recreate --no-deps --remove-orphans --wait --no-cache --scale=W+ | W*",
					"Build and start {}", Risk.DISRUPTIVE, DOCKERFILE),
			form("docker-compose up",
					COMPOSE + " -d,--detach --build --force-recreate --no-deps --remove-orphans --wait --scale=W+ | W*",
					"Build and start {}", Risk.DISRUPTIVE, DOCKERFILE),
			form("docker compose rm", COMPOSE + " -f -s -v | W*", "Remove stopped containers of {}", Risk.DISRUPTIVE,
					"What they wrote goes with them."),
			form("docker-compose rm", COMPOSE + " -fsv | W*", "Remove stopped containers of {}", Risk.DISRUPTIVE,
					"What they wrote goes with them."),
			form("docker compose run", COMPOSE + " -d --rm --no-deps -e=T+ -T --entrypoint=T stop | T+",
					"Start a further container: {}", Risk.DISRUPTIVE,
					"It is left behind, and does what its program does."),
			form("docker-compose push", COMPOSE + " | W*", "Publish the images of {}", Risk.DISRUPTIVE,
					"Whoever pulls the tags next gets them."),
			form("docker compose exec", COMPOSE + " -it -T -e=T+ -u=W | W {sh,bash,/bin/sh,/bin/bash,psql,redis-cli}",
					"Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("docker-compose exec", COMPOSE + " -T | W {sh,bash,/bin/sh,/bin/bash,psql,redis-cli}",
					"Open a session in {}", Risk.DESTRUCTIVE, TERMINAL),
			form("sh", "|", "Open a session", Risk.DESTRUCTIVE, TERMINAL),
			form("bash", "|", "Open a session", Risk.DESTRUCTIVE, TERMINAL),
			form("/bin/sh", "|", "Open a session", Risk.DESTRUCTIVE, TERMINAL),
			form("/bin/bash", "|", "Open a session", Risk.DESTRUCTIVE, TERMINAL),
			form("pg_dump", DUMP + " | T?", "Dump the database {}", Risk.READ,
					"A dump must be kept, checked and found again."),
			form("pg_dumpall", DUMP + " -g --globals-only --roles-only | T?", "Dump all databases {}", Risk.READ,
					"A dump must be kept, checked and found again."),
			form("pg_restore", DUMP + " | P?", "Restore the dump {}", Risk.DESTRUCTIVE,
					"It overwrites what is there: restore into a new database, compare, then switch."),
			form("pg_basebackup", "-D=P -U=T -h=T -p=N -F=W -zPvX -X=W -R --checkpoint=W |", "Copy the whole server",
					Risk.READ, FILES),
			form("pg_ctl", "-D=P -m=W -w -t=N -l=P | {start,stop,restart,reload,promote,status}",
					"Start or stop the server", Risk.DISRUPTIVE, "It works on the server's host."),
			form("psql", PSQL + " -f,--file=P+ | T? T?", "Run a file of statements in {}", Risk.DESTRUCTIVE,
					"What they do stands in the file."),
			form("psql", "--version -V |", "Say the version of psql", Risk.READ, "It looks at the own machine."),
			form("mysql", "-u=T -h=T -p -P=N -D=T -e=T --user=T --host=T --password?=T | T?", "Talk to MySQL {}",
					Risk.DESTRUCTIVE, "MySQL is not reached from here."),
			form("mysqldump",
					"-u=T -h=T -p -P=N --single-transaction --user=T --password?=T --routines --all-databases | T*",
					"Dump MySQL {}", Risk.READ, "MySQL is not reached from here."),
			form("mongodump", "--uri=T --out=P --db=W --archive?=P --gzip |", "Dump MongoDB", Risk.READ,
					"MongoDB is not reached from here."),
			form("mongorestore", "--uri=T --drop --db=W --archive?=P --gzip | P?", "Restore MongoDB {}",
					Risk.DESTRUCTIVE, "MongoDB is not reached from here."),
			form("redis-cli", "-u=T -h=T -p=N -a=T -n=N --no-auth-warning | {SHUTDOWN,shutdown} W?", "Stop the server",
					Risk.DESTRUCTIVE, "It is no restart; let its supervisor restart it."),
			form("redis-cli", "-u=T -h=T -p=N -a=T -n=N --no-auth-warning | {MONITOR,monitor}",
					"Look at every command that is sent", Risk.DISRUPTIVE,
					"It slows the server down for everybody, and shows what others send."),
			form("redis-cli", "-u=T -h=T -p=N -a=T --no-auth-warning --latency-history --latency-dist --stat -i=Z |",
					"Open a session, or look until it is stopped", Risk.DESTRUCTIVE,
					"It goes on until it is stopped; --latency is understood."),
			form("curl",
					"-sSfLkvigNO -X,--request=W -H,--header=T+ -d,--data,--data-raw,--data-binary=T+ -F,--form=T+ -o,--output=P -u,--user=T -b,--cookie=T -c,--cookie-jar=P -w,--write-out=T -m,--max-time=N --connect-timeout=N -T=P -x=T --fail --silent --show-error --location --insecure --compressed --http1.1 --retry=N | T",
					"Send a request to {}", Risk.DESTRUCTIVE,
					"It takes or leaves a file, a cookie or a secret on the machine where it is typed."),
			form("stern", "--since=W -l,--selector=T -c,--container=W --tail=N" + SWITCHES + " | T?",
					"Follow the logs of {}", Risk.READ, "kubectl logs shows the same."),
			form("wscat", "-c=T |", "Talk to a web socket", Risk.READ, TERMINAL));

	private static ManualForm form(String words, String spec, String does, Risk risk, String reason) {
		return ManualForm.of(words, spec, does, risk, reason);
	}

	@Override
	public List<ManualForm> forms() {
		return FORMS;
	}

}
