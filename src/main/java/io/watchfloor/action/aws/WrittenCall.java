package io.watchfloor.action.aws;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A call of the {@code aws} command somewhere in a text, substitutions and loops
 * included, for rules that look at how it is written.
 *
 * @param service the first word
 * @param command the second word
 * @param rest what follows, up to a bar or the end of the command
 * @param block the whole code block
 */
record WrittenCall(String service, String command, String rest, String block) {

	private static final Pattern CALL = Pattern.compile(
			"(?<![\\w./-])aws\\s+(?:--(?:profile|region|output)[= ]\\S+\\s+)*([a-z0-9-]+)\\s+([a-z0-9-]+)([^|;&\\n]*)");

	static List<WrittenCall> in(String text, String block) {
		String joined = text.replaceAll("\\\\\\r?\\n", " ");
		return CALL.matcher(joined)
			.results()
			.map((found) -> new WrittenCall(found.group(1), found.group(2), " " + found.group(3) + " ", block))
			.toList();
	}

	boolean is(String call) {
		return call.equals(this.service + " " + this.command);
	}

	/** Whether the rest holds a flag, however its value is written. */
	boolean has(String flag) {
		return this.rest.contains(" --" + flag + " ") || this.rest.contains(" --" + flag + "=");
	}

	boolean matches(String pattern) {
		return Pattern.compile(pattern).matcher(this.rest).find();
	}

}
