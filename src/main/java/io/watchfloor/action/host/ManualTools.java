package io.watchfloor.action.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.kernel.Problem;

/**
 * Tools, and verbs of tools, that are known and yet stay a person's: each with the reason
 * in plain words.
 */
final class ManualTools {

	/** By the program, or the program and its verb. */
	private static final Map<String, String> REASONS = Map.ofEntries(
			Map.entry("git push", "publishes commits, and what runs on a push starts with it"),
			Map.entry("git pull", "changes the working folder, and merges what has come in"),
			Map.entry("git fetch", "changes the repository's remote branches"),
			Map.entry("git checkout", "changes the working folder; what is not committed can be lost"),
			Map.entry("git switch", "changes the working folder"),
			Map.entry("git restore", "throws away what is not committed"),
			Map.entry("git reset", "moves the branch; with --hard what is not committed is lost"),
			Map.entry("git revert", "makes a commit that takes another back"),
			Map.entry("git commit", "makes a commit"), Map.entry("git add", "changes what the next commit holds"),
			Map.entry("git merge", "merges a branch and can stop at a conflict"),
			Map.entry("git rebase", "rewrites commits"), Map.entry("git cherry-pick", "makes a commit"),
			Map.entry("git clone", "copies a repository to the host"), Map.entry("git tag", "makes or removes a tag"),
			Map.entry("git stash", "puts aside what is not committed"),
			Map.entry("git branch", "makes, renames or removes a branch"),
			Map.entry("git clean", "removes files that are not in the repository"),
			Map.entry("git rm", "removes files"), Map.entry("git submodule", "changes the working folder"),
			Map.entry("git bisect", "checks out one commit after another"),
			Map.entry("git config", "can show or change credentials"),
			Map.entry("git remote", "changes where the repository pushes to"),
			Map.entry("terraform apply", "creates, changes and destroys infrastructure"),
			Map.entry("terraform destroy", "destroys infrastructure"),
			Map.entry("terraform plan", "locks the state, refreshes it and runs the providers' own programs"),
			Map.entry("terraform init", "downloads providers and can move the state"),
			Map.entry("terraform import", "writes the state"), Map.entry("terraform taint", "writes the state"),
			Map.entry("terraform untaint", "writes the state"), Map.entry("terraform refresh", "writes the state"),
			Map.entry("terraform state", "writes the state, except list"),
			Map.entry("terraform force-unlock", "takes the lock away from whoever holds it"),
			Map.entry("terraform output", "shows secrets when one output or JSON is asked for"),
			Map.entry("terraform workspace", "switches the workspace"), Map.entry("terraform fmt", "rewrites files"),
			Map.entry("alembic stamp", "changes what the database believes to have run"),
			Map.entry("alembic revision", "writes a migration"), Map.entry("alembic merge", "writes a migration"),
			Map.entry("cosign sign", "signs with a key"), Map.entry("cosign attest", "signs with a key"),
			Map.entry("cosign generate-key-pair", "makes a private key"),
			Map.entry("certbot renew", "asks the authority for new certificates and reloads the server"),
			Map.entry("certbot certonly", "asks the authority for a certificate"),
			Map.entry("certbot revoke", "makes a certificate void"),
			Map.entry("certbot delete", "removes certificates"),
			Map.entry("certbot --nginx", "asks for a certificate and rewrites the server's configuration"),
			Map.entry("trivy fs", "is a scan of a project on a person's machine"),
			Map.entry("nginx", "can create its log files even when it only tests, and starts or stops the server"),
			Map.entry("rm", "removes files for good, and no plan can say what they hold"),
			Map.entry("rmdir", "removes folders"), Map.entry("mkdir", "makes folders"),
			Map.entry("cp", "writes files, and overwrites without asking"),
			Map.entry("mv", "moves files, and overwrites without asking"), Map.entry("ln", "makes links"),
			Map.entry("touch", "makes files or changes their times"),
			Map.entry("chmod", "changes who may read, write and run files"),
			Map.entry("chown", "changes whom files belong to"), Map.entry("chgrp", "changes whom files belong to"),
			Map.entry("scp", "copies files between machines"), Map.entry("rsync", "copies and can remove files"),
			Map.entry("sftp", "is a conversation"), Map.entry("dd", "writes raw blocks"),
			Map.entry("truncate", "cuts files"), Map.entry("tee", "writes files"), Map.entry("shred", "destroys files"),
			Map.entry("mount", "changes the file systems"), Map.entry("umount", "changes the file systems"),
			Map.entry("mkfs", "destroys what is on a disk"), Map.entry("fdisk", "changes a disk's parts"),
			Map.entry("env", "shows every variable, and with them secrets"),
			Map.entry("printenv", "shows variables, and with them secrets"),
			Map.entry("pkill", "ends every process that matches, also those that nobody thought of"),
			Map.entry("killall", "ends every process of that name"),
			Map.entry("crontab", "replaces the whole table of jobs"), Map.entry("vim", "is an editor"),
			Map.entry("vi", "is an editor"), Map.entry("nano", "is an editor"), Map.entry("less", "is a pager"),
			Map.entry("htop", "is a screen to look at"), Map.entry("telnet", "is a conversation"),
			Map.entry("reboot", "restarts the machine"), Map.entry("shutdown", "stops the machine"),
			Map.entry("poweroff", "stops the machine"), Map.entry("apt", "installs or removes packages"),
			Map.entry("apt-get", "installs or removes packages"), Map.entry("yum", "installs or removes packages"),
			Map.entry("dnf", "installs or removes packages"), Map.entry("apk", "installs or removes packages"),
			Map.entry("snap", "installs or removes packages"), Map.entry("brew", "installs packages"),
			Map.entry("iptables", "changes which connections pass"), Map.entry("ufw", "changes which connections pass"),
			Map.entry("sysctl", "changes the kernel's settings"), Map.entry("useradd", "makes an account"),
			Map.entry("usermod", "changes an account"), Map.entry("passwd", "changes a password"),
			Map.entry("ssh-keygen", "makes or changes keys"), Map.entry("ssh-copy-id", "lets a key in"),
			Map.entry("ssh-add", "loads a key"), Map.entry("gpg", "works with private keys"),
			Map.entry("tcpdump", "records what others send"), Map.entry("strace", "slows a process down"),
			Map.entry("perf", "records what a process does"),
			Map.entry("make", "runs what the project's Makefile says"), Map.entry("unzip", "writes files"),
			Map.entry("zip", "writes files"), Map.entry("bunzip2", "writes files"),
			Map.entry("sync", "waits until all is on the disk"), Map.entry("swapoff", "takes the swap away"),
			Map.entry("npm", "installs, builds or runs the project"), Map.entry("pip", "installs packages"),
			Map.entry("pip3", "installs packages"), Map.entry("npx", "runs a package's program"),
			Map.entry("yarn", "installs, builds or runs the project"),
			Map.entry("pnpm", "installs, builds or runs the project"),
			Map.entry("python", "runs a program of the project"), Map.entry("python3", "runs a program of the project"),
			Map.entry("node", "runs a program of the project"), Map.entry("java", "runs a program of the project"),
			Map.entry("go", "builds or runs the project"), Map.entry("cargo", "builds or runs the project"),
			Map.entry("poetry", "installs, builds or runs the project"),
			Map.entry("gunzip", "replaces the file by what was packed in it"),
			Map.entry("gzip", "replaces the file by its packed form"), Map.entry("tar", "writes files"),
			Map.entry("echo", "only prints a text"));

	private static final Set<String> WITHOUT_READS = Set.copyOf(REASONS.keySet()
		.stream()
		.filter((name) -> !name.contains(" ") && HostTool.of(name).isEmpty()
				&& HostChanges.programs().noneMatch(name::equals))
		.toList());

	private ManualTools() {
	}

	static Stream<String> programs() {
		return REASONS.keySet().stream().map((name) -> name.split(" ", -1)[0]).distinct();
	}

	/**
	 * Refuses what only a person does. Verbs that a reading tool also has are tried
	 * first.
	 */
	static void demandTyped(String program, List<String> arguments) {
		if (WITHOUT_READS.contains(program)) {
			throw refusal(program, REASONS.getOrDefault(program, ""));
		}
		String verb = program + " " + (arguments.isEmpty() ? "" : arguments.getFirst());
		String reason = REASONS.get(verb);
		boolean readsToo = HostTool.of(program)
			.stream()
			.anyMatch((tool) -> !tool.verb().isEmpty() && !arguments.isEmpty()
					&& tool.verb().getFirst().equals(arguments.getFirst()));
		if (reason != null && !readsToo) {
			throw refusal(verb, reason);
		}
	}

	/** The reason for a line that no reading tool took, where there is one. */
	static Optional<String> reason(String program, List<String> words) {
		boolean elsewhere = program.equals("git") && words.size() > 2 && words.getFirst().equals("-C");
		List<String> arguments = elsewhere ? words.subList(2, words.size()) : words;
		String verb = program + " " + (arguments.isEmpty() ? "" : arguments.getFirst());
		String name = REASONS.containsKey(verb) ? verb : program;
		return Optional.ofNullable(REASONS.get(name)).map((reason) -> text(name, reason));
	}

	private static String text(String what, String reason) {
		return "'" + what + "' " + reason + ". Do it by hand.";
	}

	private static Problem refusal(String what, String reason) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, text(what, reason));
	}

}
