package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sentence tells a person to do something. */
final class Imperative {

	private static final Set<String> VERBS = Set.of("acknowledge", "activate", "add", "adjust", "allow", "analyze",
			"analyse", "apply", "approve", "archive", "ask", "assess", "assign", "attach", "backup", "block", "bring",
			"build", "call", "cancel", "capture", "change", "check", "clean", "clear", "click", "close", "collect",
			"communicate", "compare", "complete", "configure", "confirm", "connect", "consider", "contact", "continue",
			"copy", "create", "declare", "decrease", "delete", "deploy", "describe", "detach", "determine", "disable",
			"disconnect", "document", "download", "drain", "drop", "edit", "enable", "ensure", "enter", "escalate",
			"establish", "evaluate", "examine", "execute", "export", "fail", "failover", "find", "fix", "flush",
			"follow", "force", "gather", "generate", "get", "give", "go", "grant", "identify", "if", "implement",
			"import", "increase", "inform", "inspect", "install", "invalidate", "investigate", "isolate", "keep",
			"kill", "launch", "list", "locate", "look", "lower", "make", "mark", "migrate", "monitor", "move",
			"navigate", "note", "notify", "open", "optimize", "pause", "perform", "ping", "post", "prepare", "preserve",
			"promote", "provision", "pull", "purge", "push", "query", "raise", "re-run", "read", "reboot", "rebuild",
			"recover", "record", "redeploy", "reduce", "refresh", "regenerate", "reindex", "reload", "remove", "renew",
			"repeat", "replace", "replay", "report", "request", "rerun", "reset", "resize", "resolve", "restart",
			"restore", "resume", "retrieve", "retry", "revert", "review", "revoke", "roll", "rollback", "rotate", "run",
			"scale", "schedule", "search", "select", "send", "set", "shut", "sign", "ssh", "start", "stop", "submit",
			"switch", "take", "tell", "temporarily", "terminate", "test", "trigger", "try", "tune", "turn", "uncordon",
			"undo", "uninstall", "update", "upgrade", "upload", "use", "vacuum", "validate", "verify", "view", "visit",
			"wait", "warm", "watch", "write", "manually", "immediately");

	private static final Pattern FIRST = Pattern.compile("[A-Za-z-]+");

	/** Verbs that are nouns too, with whom they reach behind them. */
	private static final Pattern REACH = Pattern
		.compile("(?:[Pp]age|[Pp]hone|[Ee]-?mail|[Mm]ail|[Mm]essage|[Aa]lert|[Dd]ial|[Tt]ext)\\s+(?:[@#+\\d]"
				+ "|(?:the|on-?call|your|our|an?|whoever|somebody|someone|both|all)\\b"
				+ "|(?!Load|View|Speed|Title|Fault|Not|Size|Time|Is\\b|Are\\b|Was\\b)[A-Z][a-z]+\\b(?! (?:is|was|are|has|shows)\\b)).*",
				Pattern.DOTALL);

	private Imperative() {
	}

	static boolean is(String markdown) {
		String title = Plain.title(markdown);
		var first = FIRST.matcher(title);
		return REACH.matcher(title).matches()
				|| (first.lookingAt() && VERBS.contains(first.group().toLowerCase(java.util.Locale.ROOT)));
	}

}
