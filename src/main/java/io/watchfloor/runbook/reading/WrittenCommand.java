package io.watchfloor.runbook.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Item;
import io.watchfloor.runbook.document.CodeKind;
import io.watchfloor.runbook.document.Plain;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list that is one command in backquotes, told to be run or behind a label,
 * with what it is to print at most. An item that says more stays a person's: "do not
 * run", "unless".
 *
 * @param title what the item says it is for
 * @param code the command
 * @param expected what it is to print
 */
record WrittenCommand(String title, Code code, @Nullable String expected) {

	private static final Pattern LABEL = Pattern.compile(
			"(?<label>[^`\\n]{2,90}?)\\s*(?::(?:\\*\\*|__)?|(?:\\*\\*|__)| [–—-])\\s+(?<rest>`.*)", Pattern.DOTALL);

	/** A label that takes back, or tells what is seen and not what is done. */
	private static final Pattern NOT_TO_DO = Pattern.compile(
			"(?i).*\\b(?:not|no|never|don't|dont|avoid|without|unless|except|instead|only|wrong|bad|danger\\w*|forbidden|"
					+ "deprecated|formerly|previously|old|was|were|error|message|alert|symptom|log line|output|prints?|returns?|"
					+ "shows?|expect\\w*|example|e\\.g|see|note|warning|or|either)\\b.*",
			Pattern.DOTALL);

	private static final Pattern ITEM = Pattern.compile(
			"(?:(?:please )?(?:run|execute|check|verify|confirm|test|inspect|type)(?: (?:with|that|using|by running|the command))?:? )?"
					+ "(`{1,2})(?<command>[^`\\n]+)\\1"
					+ "(?: (?:prints|returns|shows|gives|answers|reports|says|outputs|is|should (?:print|return|show|give|say|be)|→|->|=>)"
					+ " (`{1,2})(?<expected>[^`\\n]+)\\3)?[.:;]?",
			Pattern.CASE_INSENSITIVE);

	static Optional<WrittenCommand> in(Item item) {
		String text = item.text().strip();
		Matcher label = LABEL.matcher(text);
		boolean labelled = label.matches() && !NOT_TO_DO.matcher(label.group("label")).matches();
		// A condition stays in the title, which says it again when the step is due
		String title = (labelled && Conditions.ofLabel(label.group("label")).isEmpty()) ? label.group("label") : text;
		Matcher written = ITEM.matcher(labelled ? label.group("rest") : text);
		if (!item.inside().isEmpty() || !written.matches() || !written.group("command").strip().contains(" ")) {
			return Optional.empty();
		}
		Code code = new Code("", written.group("command").strip(), item.own().first(), item.lines());
		return switch (CodeKind.of(code)) {
			case SHELL -> Optional.of(new WrittenCommand(Plain.title(title), code, written.group("expected")));
			case SESSION, QUERY, TEXT, DATA -> Optional.empty();
		};
	}

}
