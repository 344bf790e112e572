package io.watchfloor.action.host;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.action.ValueKind;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/** Checks the arguments of a tool against its grammar, from whatever source they come. */
final class HostArguments {

	private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_./*?-]*[*?][A-Za-z0-9_./*?-]*");

	/** Files whose content is a secret by their name. */
	private static final Pattern SECRET = Pattern.compile(
			"(?i).*(^|/)(\\.env([.-].*)?|\\.?pgpass|\\.netrc|\\.git-credentials|shadow-?|gshadow|id_(rsa|dsa|ecdsa|ed25519)|"
					+ ".*\\.(pem|key|p12|pfx|jks|keystore|kdbx)|.*(password|passwd_file|secret|credential|token)s?([._-].*)?|\\.restic\\.pwd"
					+ "|.*\\.pwd|\\.aws/.*|\\.docker/config\\.json|\\.kube/config|kubeconfig)");

	/** Over a database that is opened for reading only, in SQLite's safe mode. */
	private static final Pattern SQLITE = Pattern.compile(
			"(?is)\\s*(select\\s[^;]*|pragma\\s+(integrity_check|quick_check|foreign_key_check|journal_mode|busy_timeout"
					+ "|page_count|page_size|freelist_count|user_version|foreign_keys|cache_size|synchronous|wal_autocheckpoint"
					+ "|database_list|(table_info|index_list)\\s*\\(\\s*\\w+\\s*\\)))\\s*;?\\s*|\\.tables|\\.schema(\\s\\w+)?");

	/** Tools that show what is in a file. */
	private static final Set<HostTool> SHOWING = Set.of(HostTool.CAT, HostTool.TAC, HostTool.HEAD, HostTool.TAIL,
			HostTool.GREP, HostTool.GREP_EXPRESSIONS, HostTool.ZGREP, HostTool.ZCAT, HostTool.DIFF);

	private HostArguments() {
	}

	/** Refuses what the tool's grammar does not know. */
	static void demand(HostTool tool, List<String> arguments, List<String> patterns) {
		try {
			FlagGrammar.Given given = read(tool, arguments, patterns);
			patterns.forEach(HostArguments::demandPattern);
			if (SHOWING.contains(tool)) {
				Stream.concat(given.of(ValueKind.P).stream(), patterns.stream()).forEach(HostArguments::demandNoSecret);
			}
			demandFiles(tool, given, patterns);
			if (tool == HostTool.SQLITE && !SQLITE.matcher(given.words().getLast()).matches()) {
				throw new IllegalArgumentException("sqlite3: only one statement that reads is understood");
			}
		}
		catch (Problem problem) {
			throw new IllegalArgumentException(problem.getMessage(), problem);
		}
	}

	/** The paths that a read names. */
	static List<String> paths(HostRead action) {
		FlagGrammar.Given given = read(action.tool(), action.arguments(), action.patterns());
		boolean git = action.tool().program().equals("git");
		Stream<String> absolute = git ? given.words().stream().filter((word) -> word.startsWith("/")) : Stream.of();
		return Stream.of(given.of(ValueKind.P).stream(), action.patterns().stream(), absolute)
			.flatMap((part) -> part)
			.toList();
	}

	/** Patterns stand where paths may stand. */
	private static FlagGrammar.Given read(HostTool tool, List<String> arguments, List<String> patterns) {
		List<String> own = (tool == HostTool.FIND) ? FindExec.without(arguments) : arguments;
		List<Word> words = Stream.of(Stream.of(tool.program()), own.stream(), patterns.stream())
			.flatMap((part) -> part)
			.map(HostArguments::word)
			.toList();
		return tool.read(Arguments.of(new SimpleCommand(List.of(), words, List.of()), Set.of()));
	}

	static Word word(String text) {
		return new Word(text.isEmpty() ? List.of() : List.of(new Word.Literal(text)), text);
	}

	private static void demandPattern(String pattern) {
		if (!PATTERN.matcher(pattern).matches() || pattern.startsWith("-") || pattern.contains("**")) {
			throw new IllegalArgumentException("'" + pattern + "' is no file pattern that is understood");
		}
	}

	/** Whether a file's name says that it holds secrets. */
	static boolean isSecret(String path) {
		return SECRET.matcher(path).matches();
	}

	private static void demandNoSecret(String path) {
		if (isSecret(path)) {
			throw new IllegalArgumentException("'" + path
					+ "' holds secrets by its name, and what is read here is kept; look at it on the host yourself");
		}
	}

	/** Without files these wait for what a pipe brings. */
	private static void demandFiles(HostTool tool, FlagGrammar.Given given, List<String> patterns) {
		boolean grep = tool == HostTool.GREP || tool == HostTool.GREP_EXPRESSIONS;
		boolean recursive = given.has("-r") || given.has("-R") || given.has("--recursive");
		if (grep && given.of(ValueKind.P).isEmpty() && patterns.isEmpty() && !recursive) {
			throw new IllegalArgumentException("grep: no file is named");
		}
		if (given.of(ValueKind.P).contains("-")) {
			throw new IllegalArgumentException(tool.program() + ": '-' reads what a pipe brings");
		}
	}

}
