package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.FindingRules;
import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with the tools of a host. */
@Component
class HostDangers implements FindingRules {

	private static final Pattern SECRET = Pattern.compile(
			"(?i)(--?[a-z-]*(password|passwd|secret|token|api-?key)=|[A-Z_]*(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY)[A-Z_]*=)(?<value>.+)");

	/** What stands for a value and is none. */
	private static final Pattern PLACEHOLDER = Pattern.compile(
			"(?i)[\"']?(<.*|\\$.*|\\{\\{.*|x{3,}.*|\\.{3}|\\*+|your[-_ ].*|change[-_]?me.*|.*placeholder.*|env:.*|file:.*|)[\"']?");

	private static final List<DangerRule> RULES = List.of(rule("rm-variable", Severity.DANGER,
			"Removes what an empty variable makes of the path",
			"An empty or unset variable turns the path into another one, up to the root of the disk. Write the path out, or use ${NAME:?}.",
			(stage) -> tool(stage, "rm") && recursive(stage)
					&& stage.arguments().stream().anyMatch(HostDangers::unguarded)),
			rule("rm-everything", Severity.DANGER, "Removes the whole disk or a home",
					"The path is a root, a home or a system folder. Name exactly what is to go.",
					(stage) -> tool(stage, "rm") && recursive(stage)
							&& any(stage, "/|/\\*|~|~/|\\$HOME/?|/(etc|usr|var|home|opt|root)/?(\\*)?")),
			rule("kill-nine", Severity.WARNING, "Kills before asking",
					"A killed program cannot finish what it is writing or tell its clients. Send TERM first, wait, and kill only what stays.",
					(stage) -> Stream.of("kill", "pkill", "killall").anyMatch((name) -> tool(stage, name))
							&& any(stage, "-9|-KILL|-SIGKILL|-s9")),
			rule("kill-by-name", Severity.WARNING, "Ends every process that matches a text",
					"pkill and killall also end processes that nobody thought of. Look them up, then end one by its number or restart its service.",
					(stage) -> tool(stage, "killall") || (tool(stage, "pkill") && any(stage, "-f"))),
			rule("find-delete-first", Severity.ERROR, "Deletes before it tests",
					"find works from left to right: what stands behind -delete no longer protects a file. Put -delete last.",
					HostDangers::deletesFirst),
			rule("find-delete-all", Severity.WARNING, "Deletes every file that is old enough",
					"Without -name also files go that are no logs and still in use. Say which files; the typed action lists them first.",
					(stage) -> tool(stage, "find") && any(stage, "-delete") && !any(stage, "-i?name|-i?path|-regex")),
			rule("find-exec-rm", Severity.WARNING, "Runs rm for what find finds",
					"-exec rm follows no guard of find and cannot be previewed. -delete with -mtime is a typed action that lists the files first.",
					(stage) -> tool(stage, "find") && any(stage, "-exec|-ok") && any(stage, "rm")),
			rule("world-writable", Severity.DANGER, "Lets everybody write",
					"Any account and any broken service can change these files. Give them to the user that needs them.",
					(stage) -> tool(stage, "chmod") && any(stage, "0?777|0?666|a\\+.*w.*|o\\+.*w.*|\\+rwx|ugo\\+rwx")),
			rule("prints-secrets", Severity.DANGER, "Prints secrets",
					"What is printed stays in the terminal, the history and screen recordings. Ask for names only, or compare hashes.",
					HostDangers::printsSecrets),
			rule("copies-secrets", Severity.DANGER, "Copies secrets where others read",
					"A .env file in /tmp or a bucket is readable by others and is never cleaned up. Back it up encrypted.",
					(stage) -> Stream.of("cp", "mv", "scp", "rsync", "tar").anyMatch((name) -> tool(stage, name))
							&& any(stage, "(.*/)?\\.env([.*].*)?") && any(stage, "/tmp/.*|s3:.*|.*:.*")),
			rule("host-key-unchecked", Severity.DANGER, "Trusts any SSH server",
					"Without the host key's check anybody in between reads and changes what is sent. Pin the key.",
					(stage) -> any(stage,
							"(-o)?StrictHostKeyChecking=(no|off|accept-new)|(-o)?UserKnownHostsFile=/dev/null")),
			rule("force-push", Severity.DANGER, "Overwrites the branch for everybody",
					"Commits of others vanish from the branch. Revert instead, or use --force-with-lease after looking.",
					(stage) -> git(stage, "push") && any(stage, "--force|-f|\\+.*")),
			rule("reset-hard", Severity.WARNING, "Throws away what is not committed",
					"git reset --hard cannot be undone for what was never committed. Look at git status first.",
					(stage) -> git(stage, "reset") && any(stage, "--hard")),
			rule("git-pull-production", Severity.WARNING, "Takes whatever the branch holds now",
					"A pull on the host deploys the newest commit, tested or not. Check out the commit that was tested.",
					(stage) -> git(stage, "pull")),
			rule("terraform-unseen", Severity.DANGER, "Changes infrastructure that nobody looked at",
					"-auto-approve and destroy act without a plan that a person saw. Save the plan, read it, apply that file.",
					(stage) -> tool(stage, "terraform") && any(stage, "-auto-approve|--auto-approve|destroy")),
			rule("unattended-upgrade", Severity.WARNING, "Upgrades every package unseen",
					"A -y upgrade can restart services and change major versions. Upgrade one host first, list the packages, keep a snapshot.",
					(stage) -> Stream.of("apt", "apt-get", "yum", "dnf").anyMatch((name) -> tool(stage, name))
							&& any(stage, "upgrade|dist-upgrade|full-upgrade|update")
							&& any(stage, "-y|--yes|--assumeyes|-qy")),
			rule("signature-unbound", Severity.ERROR, "Verifies a signature of anybody",
					"cosign verify needs the signer's identity and issuer (or a key): else it fails, or accepts what anybody signed.",
					(stage) -> tool(stage, "cosign") && any(stage, "verify|verify-attestation")
							&& !any(stage, "--key(=.*)?|--certificate-identity(-regexp)?(=.*)?")),
			rule("scan-never-fails", Severity.WARNING, "The scan succeeds whatever it finds",
					"trivy ends with 0 also when it finds something. Add --exit-code 1 with the severities that count.",
					(stage) -> tool(stage, "trivy") && any(stage, "image|fs|repo") && !any(stage, "--exit-code(=.*)?")),
			rule("downgrade-base", Severity.DANGER, "Takes back every migration",
					"The tables and all that is in them go. Restore a backup into a new database instead.",
					(stage) -> tool(stage, "alembic") && any(stage, "downgrade") && any(stage, "base")),
			rule("downgrade", Severity.WARNING, "Takes a migration back without a look",
					"What the migration added goes with its data. Look at the SQL (--sql) and take a backup first.",
					(stage) -> tool(stage, "alembic") && any(stage, "downgrade") && !any(stage, "base|--sql")),
			rule("crontab-gone", Severity.DANGER, "Removes every job",
					"crontab -r asks nothing and keeps nothing. Save 'crontab -l' first.",
					(stage) -> tool(stage, "crontab") && any(stage, "-r")),
			rule("disk-overwritten", Severity.DANGER, "Overwrites a disk",
					"One letter wrong and another disk is empty. Check the device by its id, and unmount it.",
					(stage) -> tool(stage, "mkfs")
							|| stage.tool().filter((name) -> name.startsWith("mkfs.")).isPresent()
							|| (tool(stage, "dd") && any(stage, "of=/dev/.*"))),
			rule("firewall-flushed", Severity.DANGER, "Drops every rule of the firewall",
					"Either all is open, or nobody gets in any more, you included. Change the one rule.",
					(stage) -> tool(stage, "iptables") && any(stage, "-F|--flush|-X")),
			rule("json-by-text", Severity.INFO, "Looks for JSON as text",
					"A blank behind the colon, and the line is missed: no hit is not no error. Let jq read it.",
					(stage) -> tool(stage, "grep") && any(stage, ".*\"[a-z_]+\":\".*")));

	private static final Rule SECRET_ON_LINE = new Rule("host/secret-on-command-line", Severity.DANGER,
			"A secret on the command line",
			"It stays in the history and is seen by everybody who lists processes. Read it from a file or a prompt.");

	private static final Rule PIPED_TO_SHELL = new Rule("host/download-run", Severity.DANGER,
			"Runs what was downloaded",
			"Whoever controls the address controls the host. Download a pinned version, check its sum, then run it.");

	private static DangerRule rule(String name, Severity severity, String title, String explanation,
			Predicate<SimpleCommand> applies) {
		return new DangerRule(new Rule("host/" + name, severity, title, explanation), applies);
	}

	@Override
	public List<Rule> rules() {
		return Stream.concat(RULES.stream().map(DangerRule::rule), Stream.of(SECRET_ON_LINE, PIPED_TO_SHELL)).toList();
	}

	@Override
	public Stream<Finding> check(CommandLine line) {
		Optional<Pipeline> pipeline = line.pipeline();
		List<SimpleCommand> stages = pipeline.map(Pipeline::stages)
			.orElse(List.of())
			.stream()
			.map(DangerRule::plain)
			.toList();
		Stream<Finding> found = RULES.stream()
			.filter((danger) -> stages.stream().anyMatch(danger.applies()))
			.map((danger) -> new Finding(danger.rule(), shortened(line.text())));
		return Stream.of(found, secret(stages), piped(stages)).flatMap(Function.identity());
	}

	private static Stream<Finding> secret(List<SimpleCommand> stages) {
		return stages.stream()
			.flatMap((stage) -> Stream.concat(
					stage.assignments().stream().map((one) -> one.name() + "=" + one.value().source()),
					stage.words().stream().map(Word::source)))
			.map(SECRET::matcher)
			.filter((matcher) -> matcher.matches() && !PLACEHOLDER.matcher(matcher.group("value")).matches())
			.limit(1)
			.map((matcher) -> new Finding(SECRET_ON_LINE,
					"The value behind " + matcher.group(1) + " is written into the line."));
	}

	private static Stream<Finding> piped(List<SimpleCommand> stages) {
		boolean download = !stages.isEmpty() && (tool(stages.getFirst(), "curl") || tool(stages.getFirst(), "wget"));
		boolean run = stages.size() > 1
				&& Stream.of("sh", "bash", "python", "python3").anyMatch((name) -> tool(stages.getLast(), name))
				&& stages.getLast().arguments().stream().allMatch((word) -> word.source().matches("-|-s|--|-x|-e"));
		return (download && run) ? Stream.of(new Finding(PIPED_TO_SHELL, "What the address answers is run unseen."))
				: Stream.of();
	}

	private static String shortened(String text) {
		String line = text.strip().lines().findFirst().orElse("");
		return (line.length() > 80) ? line.substring(0, 80) + "…" : line;
	}

	static boolean tool(SimpleCommand stage, String name) {
		return stage.tool().filter(name::equals).isPresent();
	}

	private static boolean git(SimpleCommand stage, String verb) {
		return tool(stage, "git") && any(stage, verb);
	}

	private static boolean any(SimpleCommand stage, String pattern) {
		return stage.arguments().stream().anyMatch((word) -> word.literal().orElse(word.source()).matches(pattern));
	}

	private static boolean recursive(SimpleCommand stage) {
		return any(stage, "-[a-zA-Z]*[rR][a-zA-Z]*|--recursive");
	}

	/** A variable that decides about the path from its start, or all of it. */
	private static boolean unguarded(Word word) {
		return word.source().matches("\"?\\$(\\{[A-Za-z_0-9]+}|[A-Za-z_0-9]+).*") && !word.source().contains(":?");
	}

	private static boolean deletesFirst(SimpleCommand stage) {
		List<String> words = stage.arguments().stream().map(Word::source).toList();
		int delete = words.indexOf("-delete");
		return tool(stage, "find") && delete >= 0
				&& words.subList(delete + 1, words.size()).stream().anyMatch((word) -> word.matches("-[a-z]+"));
	}

	private static boolean printsSecrets(SimpleCommand stage) {
		boolean environment = (tool(stage, "env") || tool(stage, "printenv")) && stage.arguments().size() < 2;
		return environment || (Stream.of("cat", "less", "head", "tail", "grep").anyMatch((name) -> tool(stage, name))
				&& any(stage, "(.*/)?\\.env(\\..*)?|.*id_(rsa|ed25519|ecdsa)|.*\\.pem|/etc/shadow")
				&& !any(stage, ".*\\.pub|.*example.*|.*sample.*"));
	}

}
