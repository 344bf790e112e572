package io.watchfloor.runbook.document;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Understanding;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.Recent;
import io.watchfloor.runbook.document.Block.Code;

/** What a code block holds. Authors' words behind the fence are a hint, not the truth. */
public enum CodeKind {

	/** Commands. */
	SHELL,
	/** Commands behind a {@code $} prompt, with what they print. */
	SESSION,
	/** SQL, PromQL and their like. */
	QUERY,
	/** Output, diagrams: anything without a language. */
	TEXT,
	/** Configuration, source code. */
	DATA;

	private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "ksh", "console", "shell-session",
			"shellsession", "terminal", "commandline", "cmd");

	private static final Set<String> QUERIES = Set.of("sql", "psql", "pgsql", "postgresql", "mysql", "plsql", "promql",
			"logql");

	private static final Set<String> TEXTS = Set.of("", "text", "txt", "plaintext", "plain", "output", "log", "none");

	private static final Set<String> TOOLS = Set.of("aws", "kubectl", "docker", "docker-compose", "psql", "redis-cli",
			"curl", "git", "ssh", "systemctl", "journalctl", "helm", "pg_dump", "pg_restore", "df", "du", "free",
			"tail", "grep", "find", "cat", "ls", "cd", "sudo", "npm", "python", "python3", "terraform", "gcloud", "az",
			"make", "scp", "rsync", "top", "ps", "kill", "dig", "nslookup", "ping", "wget", "jq", "cp", "mv", "rm",
			"vim", "nano", "export", "openssl", "oc", "etcdctl", "ansible", "ansible-playbook", "gzip", "gunzip",
			"crictl");

	/** Tools whose names start sentences too. */
	private static final Set<String> WORDS = Set.of("find", "make", "top", "kill", "free", "cat", "tail", "export");

	private static final Pattern SENTENCE_END = Pattern.compile("[a-z][.:!?]$");

	private static final Recent<CodeKind> SHELL_TEXTS = new Recent<>(CodeKind::ofShell);

	private static final Recent<CodeKind> OTHER_TEXTS = new Recent<>(CodeKind::ofText);

	private static final Pattern PROMPT = Pattern.compile("(?m)^\\s*\\$ \\S");

	private static final Pattern PLAUSIBLE = Pattern.compile("[\\w./~@+-]*[\\w~]|\\[|\\.");

	private static final Pattern FLAGGED = Pattern
		.compile("(?:sudo )?[a-z./~][\\w./~-]*[a-z0-9](?: [a-z][\\w./:-]*){0,2} --?[a-zA-Z][\\w-]*(?:[ =]\\S|$)");

	/** What a code block holds. */
	public static CodeKind of(Code code) {
		if (QUERIES.contains(code.info())) {
			return QUERY;
		}
		boolean shell = SHELLS.contains(code.info());
		if (!shell && !TEXTS.contains(code.info())) {
			return DATA;
		}
		if (PROMPT.matcher(code.text()).find()) {
			return SESSION;
		}
		return (shell ? SHELL_TEXTS : OTHER_TEXTS).of(code.text());
	}

	/** Whether a line starts with the name of a tool, and is no sentence. */
	static boolean isCommand(String line) {
		String command = line.strip().replaceFirst("^\\$ ", "").replaceFirst("^sudo ", "");
		String tool = command.split("\\s", 2)[0];
		return command.length() > tool.length() && TOOLS.contains(tool) && !WORDS.contains(tool)
				&& !SENTENCE_END.matcher(command).find();
	}

	private static CodeKind ofShell(String text) {
		if (text.startsWith("#!")) {
			return SHELL;
		}
		List<Statement> statements = LineReader.split(text).statements();
		boolean configuration = statements.stream().anyMatch((statement) -> statement.source().endsWith(" {"));
		long implausible = statements.stream().filter((statement) -> !isPlausible(statement)).count();
		boolean settings = !statements.isEmpty() && statements.stream().allMatch(CodeKind::isSetting);
		return (configuration || settings || implausible * 2 > statements.size()) ? TEXT : SHELL;
	}

	private static CodeKind ofText(String text) {
		List<Statement> statements = LineReader.split(text).statements();
		boolean commands = !statements.isEmpty() && statements.stream().allMatch(CodeKind::isPlausible)
				&& (TOOLS.contains(statements.getFirst().source().split("\\s", 2)[0])
						|| statements.stream().allMatch(CodeKind::hasFlags));
		return commands ? SHELL : TEXT;
	}

	/** A program nobody here knows, with flags behind it. */
	private static boolean hasFlags(Statement statement) {
		return FLAGGED.matcher(statement.source()).lookingAt();
	}

	private static boolean isPlausible(Statement statement) {
		return switch (statement.content()) {
			case Understanding.Understood<io.watchfloor.command.Pipeline>(var pipeline) -> {
				SimpleCommand first = pipeline.stages().getFirst();
				yield first.words().isEmpty() || first.words().getFirst().literal().isEmpty()
						|| PLAUSIBLE.matcher(first.tool().orElse("")).matches();
			}
			case Understanding.ByHand<io.watchfloor.command.Pipeline> _ -> true;
			case Understanding.NotUnderstood<io.watchfloor.command.Pipeline>(var reason) ->
				PLAUSIBLE.matcher(statement.source().split("\\s", 2)[0]).matches() || statement.source().startsWith("(")
						|| statement.source().contains("$(") || statement.source().startsWith("{");
		};
	}

	/** {@code NAME=value} and nothing else: a settings file. */
	private static boolean isSetting(Statement statement) {
		return statement.content() instanceof Understanding.Understood<io.watchfloor.command.Pipeline>(var pipeline)
				&& pipeline.stages()
					.stream()
					.allMatch((stage) -> stage.words().isEmpty() && !stage.assignments().isEmpty())
				&& !statement.source().contains("$(") && !statement.source().contains("`");
	}

}
