package io.watchfloor.action.manual;

import java.util.List;

import io.watchfloor.action.ManualCommands;
import io.watchfloor.action.ManualForm;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/** Repositories, infrastructure as code, migrations, keys and certificates. */
@Component
class DeliveryCommands implements ManualCommands {

	private static final String WORK = "It works on a person's own copy of the repository.";

	private static final String STATE = "It needs the configuration and the state at hand.";

	private static final String KEYS = "It works with keys of a person.";

	private static final String MIGRATION = "Which migrations these are stands in the project.";

	private static final List<ManualForm> FORMS = List.of(
			form("git push", "-fuv --force --force-with-lease?=W --set-upstream --tags --delete --no-verify | W*",
					"Publish commits {}", Risk.DISRUPTIVE, "What runs on a push starts with it."),
			form("git pull", "-q --rebase --ff-only --no-rebase --tags | W*", "Merge what has come in {}",
					Risk.REVERSIBLE, WORK),
			form("git fetch", "-qp --all --tags --prune --depth=N --quiet -C=P | W*", "Fetch {}", Risk.REVERSIBLE,
					WORK),
			form("git checkout", "-bBqf --force --detach --quiet | W* P*", "Change the working folder to {}",
					Risk.DISRUPTIVE, WORK),
			form("git switch", "-cq --create --detach | W*", "Change the working folder to {}", Risk.REVERSIBLE, WORK),
			form("git restore", "--staged --source=W | P+", "Throw away what is not committed in {}", Risk.DESTRUCTIVE,
					WORK),
			form("git reset", "-q --hard --soft --mixed | W* P*", "Move the branch to {}", Risk.DESTRUCTIVE, WORK),
			form("git revert", "-nm --no-edit --no-commit --mainline=N --continue --abort | W*",
					"Make a commit that takes back {}", Risk.REVERSIBLE, WORK),
			form("git commit", "-aqs --amend --no-edit --no-verify --allow-empty -m,--message=T+ -am=T | P*",
					"Make a commit {}", Risk.REVERSIBLE, WORK),
			form("git add", "-Auv --all --update | P*", "Put into the next commit: {}", Risk.REVERSIBLE, WORK),
			form("git merge", "--no-ff --ff-only --squash --abort --no-edit | W*", "Merge {}", Risk.REVERSIBLE, WORK),
			form("git rebase", "-i --abort --continue --onto=W | W*", "Rewrite commits onto {}", Risk.DESTRUCTIVE,
					WORK),
			form("git cherry-pick", "-xn --abort --continue --no-commit | W*", "Take over the commit {}",
					Risk.REVERSIBLE, WORK),
			form("git clone", "-q --quiet --recursive --depth=N -b,--branch=W --single-branch | W P?",
					"Copy the repository {}", Risk.REVERSIBLE, WORK),
			form("git tag", "-adfs -m,--message=T -a=W -d,--delete=W | W*", "Make or remove the tag {}",
					Risk.REVERSIBLE, WORK),
			form("git branch", "-dDmMf | W*", "Change branches {}", Risk.DISRUPTIVE, WORK),
			form("git stash", "-u -m=T --include-untracked | {push,pop,apply,drop,save,clear}? T*",
					"Put aside what is not committed {}", Risk.DISRUPTIVE, WORK),
			form("git clean", "-fdxn | P*", "Remove files that are not in the repository {}", Risk.DESTRUCTIVE, WORK),
			form("git rm", "-rf --cached | P+", "Remove {}", Risk.DISRUPTIVE, WORK),
			form("git submodule", "| T*", "Change submodules {}", Risk.REVERSIBLE, WORK),
			form("git remote", "| {add,remove,set-url,rename,prune,update} W*", "Change where it pushes to: {}",
					Risk.REVERSIBLE, WORK),
			form("git bisect", "| {start,good,bad,reset} W*", "Search for the commit {}", Risk.REVERSIBLE, WORK),
			form("git cat-file", "-tpse --batch-all-objects --batch?=T --batch-check?=T | W*", "Look at objects {}",
					Risk.READ, WORK),
			form("gh",
					"-w -R,--repo=W --ref=W -f=T+ --exit-status --json=W -L,--limit=N | {workflow,run,release,pr,issue} {list,view,watch,status,checks} W*",
					"Look at GitHub: {}", Risk.READ, "It signs in as a person."),
			form("gh",
					"-R,--repo=W --ref=W -f,-F=T+ --title=T --body=T --squash --merge --admin | {workflow,run,release,pr,issue} {run,create,merge,rerun,cancel,delete,close,enable,disable} W*",
					"Change something at GitHub: {}", Risk.DISRUPTIVE, "It signs in as a person."),
			form("terraform apply",
					"single -auto-approve -var=T+ -var-file=P+ -target=T+ -replace=T+ -input=W -lock=W -refresh=W -destroy | P?",
					"Create, change and destroy infrastructure {}", Risk.DESTRUCTIVE, STATE),
			form("terraform destroy", "single -auto-approve -var=T+ -var-file=P+ -target=T+ | ",
					"Destroy infrastructure {}", Risk.DESTRUCTIVE, STATE),
			form("terraform plan",
					"single -out=P -var=T+ -var-file=P+ -target=T+ -destroy -refresh=W -refresh-only -input=W -lock=W -detailed-exitcode -no-color | ",
					"Work out what would change {}", Risk.READ, "It runs the providers' own programs."),
			form("terraform init",
					"single -upgrade -reconfigure -migrate-state -input=W -backend=W -backend-config=T+ | ",
					"Download providers {}", Risk.REVERSIBLE, STATE),
			form("terraform", "single | {import,taint,untaint,refresh,force-unlock,get,fmt,help} T*",
					"Change the state or the files: {}", Risk.DISRUPTIVE, STATE),
			form("terraform output", "single -raw -json | W*", "Show an output {}", Risk.READ, "It may be a secret."),
			form("terraform state", "single | {rm,mv,pull,push,show,replace-provider} T*", "Change the state: {}",
					Risk.DISRUPTIVE, STATE),
			form("terraform workspace", "single | {select,new,delete} W", "Change the workspace: {}", Risk.DISRUPTIVE,
					STATE),
			form("alembic upgrade", "--sql | W", "Change the database's tables up to {}", Risk.DISRUPTIVE, MIGRATION),
			form("alembic downgrade", "--sql NUM | T?",
					"Take the database's tables back to {}, and what they hold with them", Risk.DESTRUCTIVE, MIGRATION),
			form("alembic", "-m=T --autogenerate | {stamp,revision,merge,check} W*", "Change migrations: {}",
					Risk.REVERSIBLE, MIGRATION),
			form("cosign", "--key=W --yes -y -a=T+ --predicate=P --type=W | {sign,attest,sign-blob} W+", "Sign {}",
					Risk.REVERSIBLE, KEYS),
			form("cosign generate-key-pair", "|", "Make a pair of keys", Risk.REVERSIBLE, KEYS),
			form("certbot",
					"-qn --nginx --apache --standalone --dry-run --force-renewal --quiet -d=W+ --cert-name=W --non-interactive --agree-tos -m,--email=W --deploy-hook=T --webroot -w=P | {renew,certonly,revoke,delete}?",
					"Ask the authority for certificates {}", Risk.DISRUPTIVE, "It rewrites and reloads the server."),
			form("openssl rand", "single -base64 -hex -out=P | N?", "Make a random secret {}", Risk.READ,
					"A secret belongs to the person who made it."),
			form("openssl",
					"single -out=P -in=P -aes256 -nodes -x509 -newkey=W -keyout=P -days=N -subj=T -new -key=P -pubout | {genrsa,req,rsa,genpkey} N?",
					"Make keys or certificates {}", Risk.REVERSIBLE, KEYS),
			form("sops",
					"--config=P -dei --in-place --input-type=W --output-type=W --filename-override=P --decrypt --encrypt | {encrypt,decrypt,updatekeys,edit}? P*",
					"Encrypt or decrypt {}", Risk.REVERSIBLE, KEYS),
			form("trivy",
					"--severity=W --exit-code=N --scanners=W -f,--format=W --ignore-unfixed -q --quiet -o,--output=P | {fs,config,repo,sbom} P",
					"Scan the project {}", Risk.READ, WORK),
			form("snyk", "--severity-threshold=W --all-projects | {test,monitor,container} W*", "Scan the project {}",
					Risk.READ, WORK),
			form("dvc", "-v | {pull,push,checkout,status} W*", "Move the project's data {}", Risk.REVERSIBLE, WORK));

	private static ManualForm form(String words, String spec, String does, Risk risk, String reason) {
		return ManualForm.of(words, words.startsWith("git ") ? "-C=P " + spec : spec, does, risk, reason);
	}

	@Override
	public List<ManualForm> forms() {
		return FORMS;
	}

}
