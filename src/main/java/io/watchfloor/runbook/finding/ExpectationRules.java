package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.jspecify.annotations.Nullable;

/** Output that a command never prints. */
final class ExpectationRules implements DocumentRule {

	private static final Rule IMPOSSIBLE = new Rule("document/impossible-output", Severity.WARNING,
			"This command does not print what is expected",
			"Somebody compares, finds a difference, and stops, or learns to ignore it. Correct what is expected.");

	private static final List<Shape> SHAPES = List.of(
			new Shape("redis-cli.*\\bping\\s*", "(?i).*(pong|noauth|error|connect|refused).*", "PONG"),
			new Shape(".*curl .*%\\{http_code}[\"']?(?!.*\\n).*", "(?is).*\\b[1-5]\\d\\d\\b.*|.*(ok|success).*",
					"a status code"),
			new Shape("(sudo )?systemctl is-active .*", "(?i).*(active|failed|activating|deactivating|unknown).*",
					"active"),
			new Shape("pg_isready.*", "(?i).*(accepting|rejecting|no response|no attempt).*", "accepting connections"),
			new Shape(".*\\|\\s*wc -l\\s*", "(?s).*\\d.*", "a number"));

	@Override
	public List<Rule> rules() {
		return List.of(IMPOSSIBLE);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		document.procedures().stream().flatMap((procedure) -> procedure.steps().stream()).forEach((step) -> {
			switch (step) {
				case ActionStep action -> compare(action.commandLine(), action.expected(), step, report);
				case ManualStep manual when manual.command() -> compare(manual.text(), manual.expected(), step, report);
				case Step other -> {
				}
			}
		});
	}

	private static void compare(String command, @Nullable String expected, Step step, Report report) {
		if (expected == null || expected.isBlank()) {
			return;
		}
		SHAPES.stream()
			.filter((shape) -> shape.command().matcher(command).matches()
					&& !shape.output().matcher(expected).matches())
			.findFirst()
			.ifPresent((shape) -> report.add(IMPOSSIBLE, step.lines(),
					"It prints " + shape.prints() + ", not '" + expected.lines().findFirst().orElse("") + "'."));
	}

	private record Shape(Pattern command, Pattern output, String prints) {

		Shape(String command, String output, String prints) {
			this(Pattern.compile(command), Pattern.compile(output), prints);
		}

	}

}
