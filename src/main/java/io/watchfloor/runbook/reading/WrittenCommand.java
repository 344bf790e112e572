package io.watchfloor.runbook.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Item;
import io.watchfloor.runbook.document.CodeKind;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list that is one command in backquotes, told to be run, with what it is to
 * print at most. An item that says more stays a person's: "do not run", "unless".
 *
 * @param code the command
 * @param expected what it is to print
 */
record WrittenCommand(Code code, @Nullable String expected) {

	private static final Pattern ITEM = Pattern.compile(
			"(?:(?:please )?(?:run|execute|check|verify|confirm|test|inspect|type)(?: (?:with|that|using|by running|the command))?:? )?"
					+ "(`{1,2})(?<command>[^`\\n]+)\\1"
					+ "(?: (?:prints|returns|shows|gives|answers|reports|says|outputs|is|should (?:print|return|show|give|say|be)|→|->|=>)"
					+ " (`{1,2})(?<expected>[^`\\n]+)\\3)?[.:;]?",
			Pattern.CASE_INSENSITIVE);

	static Optional<WrittenCommand> in(Item item) {
		Matcher written = ITEM.matcher(item.text().strip());
		if (!item.inside().isEmpty() || !written.matches() || !written.group("command").strip().contains(" ")) {
			return Optional.empty();
		}
		Code code = new Code("", written.group("command").strip(), item.own().first(), item.lines());
		return switch (CodeKind.of(code)) {
			case SHELL -> Optional.of(new WrittenCommand(code, written.group("expected")));
			case SESSION, QUERY, TEXT, DATA -> Optional.empty();
		};
	}

}
