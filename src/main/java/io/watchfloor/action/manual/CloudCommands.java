package io.watchfloor.action.manual;

import java.util.List;

import io.watchfloor.action.ManualCommands;
import io.watchfloor.action.ManualForm;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/** Clouds and services that no connector reaches. */
@Component
class CloudCommands implements ManualCommands {

	private static final String CLOUD = "No connector reaches it yet.";

	private static final String PERSON = "It signs in as a person.";

	private static final String GCLOUD = "--project=W --region=W --zone=W --location=W --format=T -q --quiet --image=W --type=W --size=W"
			+ " --source-snapshot=T --allow-unauthenticated --to-revisions=T --to-latest --min-instances=N --max-instances=N --memory=W"
			+ " --cpu=W --set-env-vars=T --update-env-vars=T --set-secrets=T --service=W --instance=W --cluster=W --num-nodes=N"
			+ " --node-pool=W --async --source=P --platform=W --backup-instance=W --restore-instance=W --description=T --snapshot-names=T";

	private static final String AZ = "-g,--resource-group=W -n,--name=W -o,--output=W --subscription=W -a,--account-name=W -d,--database-name=W"
			+ " --throughput=N --max-throughput=N -t=W --yes -y --no-wait --node-count=N --tenant=W --query=T --overwrite-existing --admin"
			+ " -s,--server=W --settings=T+ --slot=W --image=T --restore-time=T --source-server=W";

	private static final List<ManualForm> FORMS = List.of(
			form("gcloud auth",
					"--quiet | {login,configure-docker,application-default,list,activate-service-account} W*",
					"Sign in to Google Cloud", Risk.REVERSIBLE, PERSON),
			form("gcloud config", "| {set,get-value,list} W*", "Choose a project on the own machine: {}",
					Risk.REVERSIBLE, PERSON),
			form("gcloud container clusters get-credentials", GCLOUD + " | W", "Fetch the access to the cluster {}",
					Risk.REVERSIBLE, PERSON),
			form("gcloud compute ssh", GCLOUD + " --command=T | W", "Open a session on {}", Risk.DESTRUCTIVE, PERSON),
			form("gcloud", GCLOUD + " | {run} {deploy} W?", "Deploy to Google Cloud: {}", Risk.DISRUPTIVE, CLOUD),
			form("gcloud", GCLOUD
					+ " | {run,compute,container,sql,redis,functions,app,dns,scheduler,pubsub} W {create,deploy,update,patch,restart,resize,stop,start,rollback,promote-replica,failover,reset,update-traffic,set-traffic,move,resume,pause,snapshot,attach-disk,detach-disk,scale} W*",
					"Change something in Google Cloud: {}", Risk.DISRUPTIVE, CLOUD),
			form("gcloud", GCLOUD
					+ " | {run,compute,container,sql,redis,functions,app,dns,scheduler,pubsub} W {delete,restore,import,export} W*",
					"Delete or overwrite something in Google Cloud: {}", Risk.DESTRUCTIVE, CLOUD),
			form("gcloud", GCLOUD + " | {run,compute,container,sql} W W {create,update,restore,import,resize} W*",
					"Change something in Google Cloud: {}", Risk.DESTRUCTIVE, CLOUD),
			form("az login", AZ + " --use-device-code --identity |", "Sign in to Azure", Risk.READ, PERSON),
			form("az account", AZ + " | {set,show,list}", "Choose a subscription on the own machine: {}",
					Risk.REVERSIBLE, PERSON),
			form("az aks", AZ + " | {get-credentials,install-cli}", "Fetch the access to a cluster", Risk.REVERSIBLE,
					PERSON),
			form("az", AZ
					+ " | {webapp,functionapp,vm,vmss,aks,containerapp,redis} {start,stop,restart,scale,update,upgrade,deallocate,force-reboot}",
					"Change something in Azure: {}", Risk.DISRUPTIVE, CLOUD),
			form("az", AZ
					+ " | {cosmosdb,postgres,sql,aks,network,webapp,functionapp,storage} W {update,start,stop,restart,scale,create,swap,upgrade}",
					"Change something in Azure: {}", Risk.DISRUPTIVE, CLOUD),
			form("az", AZ
					+ " | {cosmosdb,postgres,sql,aks,network,webapp,functionapp} W W {update,create,migrate,restart,swap}",
					"Change something in Azure: {}", Risk.DISRUPTIVE, CLOUD),
			form("az", AZ + " | {cosmosdb,postgres,sql,aks,network,webapp} W W W {update,create,migrate}",
					"Change something in Azure: {}", Risk.DISRUPTIVE, CLOUD),
			form("az", AZ + " | W W? W? {delete,restore,purge}", "Delete or overwrite something in Azure: {}",
					Risk.DESTRUCTIVE, CLOUD),
			form("doctl",
					"-o,--output=W --context=W --wait -f,--force --spec=P --region=W --size=W | {apps,compute,databases,kubernetes} {create-deployment,update,create,restart,droplet-action,droplet,firewall,cluster} T*",
					"Change something at DigitalOcean: {}", Risk.DISRUPTIVE, CLOUD),
			form("doctl", "--context=W -t,--access-token=T | {auth} {init,switch,list} W*", "Sign in to DigitalOcean",
					Risk.REVERSIBLE, PERSON),
			form("doctl compute ssh", "--ssh-user=W --ssh-command=T | W T*", "Open a session on {}", Risk.DESTRUCTIVE,
					PERSON),
			form("velero",
					"-n,--namespace=W --from-backup=W --include-namespaces=W --exclude-namespaces=W --include-resources=W --ttl=W --wait --restore-volumes?=W --snapshot-volumes?=W --namespace-mappings=W --schedule=T --from-schedule=W -l,--selector=T | {backup,schedule} {create} W?",
					"Make a backup with Velero {}", Risk.REVERSIBLE, CLOUD),
			form("velero",
					"-n,--namespace=W --from-backup=W --include-namespaces=W --exclude-namespaces=W --include-resources=W --exclude-resources=W --wait --restore-volumes?=W --namespace-mappings=W --from-schedule=W --existing-resource-policy=W -l,--selector=T | {restore} {create} W?",
					"Restore a backup with Velero {}", Risk.DESTRUCTIVE, "It overwrites what is there."),
			form("velero", "-n,--namespace=W --details -o,--output=W | {backup,restore,schedule} {describe,logs} W*",
					"Look at a backup of Velero: {}", Risk.READ, "It leaves a request for a download in the cluster."),
			form("velero", "-n,--namespace=W --confirm --all | {backup,restore,schedule} {delete} W*",
					"Delete a backup of Velero {}", Risk.DESTRUCTIVE, CLOUD),
			form("restic",
					"-r,--repo=T -p,--password-file=P -t,--target=P --include=T+ --host=W --path=P --tag=W -v --verbose | {restore} W",
					"Restore the snapshot {}", Risk.DESTRUCTIVE, "It writes over files."),
			form("restic",
					"-r,--repo=T -p,--password-file=P --tag=W --exclude=T+ --host=W -v --verbose | {backup,init,check,copy} T*",
					"Work with the backup repository: {}", Risk.REVERSIBLE, CLOUD),
			form("restic",
					"-r,--repo=T -p,--password-file=P --keep-last=N --keep-daily=N --keep-weekly=N --keep-monthly=N --prune | {forget,prune,unlock} W*",
					"Forget backups: {}", Risk.DESTRUCTIVE, CLOUD),
			form("argocd app",
					"--prune --force --dry-run --revision=W --timeout=N --health --sync --operation --grpc-web --strategy=W | {sync,rollback,wait,set,terminate-op,delete} W N?",
					"Change the application {}", Risk.DISRUPTIVE, CLOUD),
			form("argocd", "--username=W --password=T --grpc-web --sso --insecure | {login,logout,context} W?",
					"Sign in to Argo CD {}", Risk.READ, PERSON),
			form("amtool silence",
					"--alertmanager.url=T -d,--duration=W -c,--comment=T -a,--author=T --start=T --end=T | {add} T+",
					"Silence alerts {}", Risk.DISRUPTIVE, "It hides alerts from everybody."),
			form("amtool silence", "--alertmanager.url=T | {expire} W+", "End the silence {}", Risk.REVERSIBLE, CLOUD),
			form("rabbitmqctl",
					"-p=W -n=W | {purge_queue,stop_app,start_app,reset,force_reset,delete_queue,join_cluster,set_policy,add_user,change_password,stop,await_startup} T*",
					"Change RabbitMQ: {}", Risk.DESTRUCTIVE, CLOUD),
			form("nats",
					"-s,--server=T --context=W -f,--force | {stream,consumer,kv} {purge,rm,delete,edit,add,create} W*",
					"Change NATS: {}", Risk.DESTRUCTIVE, CLOUD),
			form("kubectl cnpg",
					"-n,--namespace=W | {subscription,publication} {restart,delete,drop,create,sync-sequences} W",
					"Change logical replication {}", Risk.DISRUPTIVE, "It is a plugin's."),
			form("kubectl cnpg", "-n,--namespace=W -v --verbose | {status} W", "Look at the cluster {}", Risk.READ,
					"It is a plugin's."),
			form("kubectl cnpg", "-n,--namespace=W | {promote,restart,reload,maintenance,backup,destroy} W*",
					"Change the cluster {}", Risk.DISRUPTIVE, "It is a plugin's."),
			form("kubectl run",
					"-it --stdin --tty --rm --image=T --restart=W -n,--namespace=W --env=T+ --command -l,--labels=T -q --quiet | W T*",
					"Start a pod of its own: {}", Risk.DISRUPTIVE,
					"What it does there, a pod that runs can be asked as well."),
			form("kubectl create deployment", "--image=T --replicas=N -n,--namespace=W --port=N | W",
					"Make the deployment {}", Risk.REVERSIBLE, "A deployment is better made from the team's files."),
			form("sqlite3", "single -header -column -csv -json | P T*", "Work in the database file {}",
					Risk.DESTRUCTIVE, "Only reading statements are understood."),
			form("pd", "--id=W --ids=W | {incident} {acknowledge,ack,resolve,list,show} W*",
					"Work with the incident at PagerDuty", Risk.REVERSIBLE, PERSON),
			form("pagerduty", "| {ack,acknowledge,resolve} W", "Work with the incident {} at PagerDuty",
					Risk.REVERSIBLE, PERSON),
			form("aws configure", "--profile=W | {set,list,get,sso}? T*", "Sign in to AWS on the own machine",
					Risk.REVERSIBLE, PERSON),
			form("aws eks update-kubeconfig", "--name=W --region=W --profile=W --alias=W --role-arn=W |",
					"Fetch the access to a cluster", Risk.REVERSIBLE,
					"It changes kubectl's settings on the own machine."),
			form("aws s3",
					"--recursive --dryrun --quiet --only-show-errors --exclude=T+ --include=T+ --acl=W --sse?=W --sse-kms-key-id=W --storage-class=W --region=W --profile=W --no-progress --delete --size-only --exact-timestamps --endpoint-url=T | {cp,mv,sync} P P",
					"Copy from or to the own machine: {}", Risk.DISRUPTIVE,
					"One end lies on the machine where it is typed."));

	private static ManualForm form(String words, String spec, String does, Risk risk, String reason) {
		return ManualForm.of(words, spec, does, risk, reason);
	}

	@Override
	public List<ManualForm> forms() {
		return FORMS;
	}

}
