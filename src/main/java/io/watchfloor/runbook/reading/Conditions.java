package io.watchfloor.runbook.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.document.Plain;

/** When a step is to be done: "If the pod restarts, …". */
final class Conditions {

	private static final Pattern BEFORE = Pattern.compile(
			"((?:If|When|In case|Only if|Unless|For) [^:,→]{3,120}?)(?:\\s*[:,→]|\\s+[-–—]>?\\s|\\s+then\\b).*",
			Pattern.DOTALL);

	private static final Pattern WHOLE = Pattern.compile("(?:If|In case|Only if|Unless) .{3,120}");

	private Conditions() {
	}

	/** The condition that a step's own title starts with. */
	static Optional<String> of(String title) {
		Matcher before = BEFORE.matcher(title);
		return (before.matches() && !before.group(1).startsWith("For ")) ? Optional.of(before.group(1).strip())
				: Optional.empty();
	}

	/** The condition that a heading or bold line puts on everything below it. */
	static Optional<String> ofLabel(String markdown) {
		String title = Plain.title(markdown).replaceFirst("^(?:Option|Case|Scenario)\\s+\\w+\\s*[:.-]\\s*", "");
		return WHOLE.matcher(title).matches() ? Optional.of(title) : Optional.empty();
	}

}
