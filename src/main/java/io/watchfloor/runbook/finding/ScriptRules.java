package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.CodeKind;

/** Scripts that cannot say that something is wrong. */
final class ScriptRules implements DocumentRule {

	private static final Rule BLIND = new Rule("shell/script-never-fails", Severity.ERROR,
			"The script reports trouble and still succeeds",
			"It prints a cross and ends with success: whatever calls it goes on. End with 'exit 1' when a check fails.");

	private static final Rule SUCCESS = new Rule("shell/success-whatever-happened", Severity.ERROR,
			"Success is printed whatever happened",
			"Nothing stops the script when a command fails, and the last line says that all is well. Start with 'set -euo pipefail', or check each result.");

	private static final Rule EMPTY = new Rule("shell/empty-loop", Severity.ERROR,
			"A loop or condition holds no command",
			"A comment alone is a syntax error: nothing of the script runs. Put a command there, or ':'.");

	private static final Pattern TROUBLE = Pattern
		.compile("(?m)echo\\s.*(✗|❌|FAIL|ERROR|CRITICAL|unhealthy|UNHEALTHY|not (healthy|running|responding))");

	private static final Pattern FAILS = Pattern
		.compile("(?m)\\b(exit\\s+([1-9]|\\$)|return\\s+[1-9]|false\\s*$|set -[a-z]*e)");

	private static final Pattern WELL = Pattern
		.compile("(?im)^\\s*echo\\s+[\"']?.*(success|completed|complete|done|healthy|passed|finished|restored).*$");

	private static final Pattern CAREFUL = Pattern.compile("(?m)set -[a-z]*e|\\|\\||&&|\\bif\\b|\\$\\?|\\btrap\\b");

	private static final Pattern HOLLOW = Pattern
		.compile("(?m)^\\s*(?:do|then|else)\\s*(?:#.*)?\\n(?:\\s*(?:#.*)?\\n)*\\s*(?:done|fi|else|elif)\\b"
				+ "|;\\s*(?:do|then)\\s*(?:#.*)?\\n(?:\\s*(?:#.*)?\\n)*\\s*(?:done|fi|else|elif)\\b");

	@Override
	public List<Rule> rules() {
		return List.of(BLIND, SUCCESS, EMPTY);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		for (Code code : document.all(Code.class)) {
			if (CodeKind.of(code) != CodeKind.SHELL) {
				continue;
			}
			String text = code.text();
			Matcher trouble = TROUBLE.matcher(text);
			if (trouble.find() && text.contains("if ") && !FAILS.matcher(text).find()) {
				report.add(BLIND, line(code, trouble.start()), "After this the script still succeeds.");
			}
			Matcher well = WELL.matcher(text);
			if (well.find() && well.start() > 0 && text.strip().lines().count() > 3
					&& !CAREFUL.matcher(text.substring(0, well.start())).find()) {
				report.add(SUCCESS, line(code, well.start()), "This is printed even when everything above failed.");
			}
			Matcher hollow = HOLLOW.matcher(text);
			if (hollow.find()) {
				report.add(EMPTY, line(code, hollow.start()), "Nothing but comments stands between here and its end.");
			}
		}
	}

	private static int line(Code code, int offset) {
		return code.firstLine() + (int) code.text().substring(0, offset).chars().filter((c) -> c == '\n').count();
	}

}
