package io.watchfloor.runbook.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.SimpleCommand.Assignment;
import io.watchfloor.command.Word;
import io.watchfloor.command.Word.Expansion;
import io.watchfloor.command.Word.Literal;
import io.watchfloor.command.Word.Part;

/** Variables that a document sets. */
public final class Constants {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:@/%+,=-]+");

	private static final Pattern EXPORTED = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);

	private Constants() {
	}

	/**
	 * What a line sets that does nothing else: {@code NS=prod}, {@code export A=1 B=2};
	 * empty for all other lines.
	 */
	public static List<Assignment> assignments(Pipeline pipeline) {
		SimpleCommand only = pipeline.stages().getFirst();
		if (pipeline.stages().size() != 1 || !only.redirections().isEmpty()) {
			return List.of();
		}
		if (only.words().isEmpty()) {
			return only.assignments();
		}
		boolean exports = only.assignments().isEmpty() && only.tool().filter("export"::equals).isPresent();
		List<Assignment> exported = new ArrayList<>();
		if (exports) {
			only.arguments().forEach((word) -> exported(word).ifPresent(exported::add));
		}
		return (exported.size() == only.arguments().size()) ? exported : List.of();
	}

	/** The one assignment of a line that does nothing else. */
	public static Optional<Assignment> assignment(Pipeline pipeline) {
		List<Assignment> all = assignments(pipeline);
		return (all.size() == 1) ? Optional.of(all.getFirst()) : Optional.empty();
	}

	private static Optional<Assignment> exported(Word word) {
		if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof Literal(String start))) {
			return Optional.empty();
		}
		Matcher matcher = EXPORTED.matcher(start);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		List<Part> value = new ArrayList<>(word.parts().subList(1, word.parts().size()));
		if (!matcher.group(2).isEmpty()) {
			value.addFirst(new Literal(matcher.group(2)));
		}
		String source = word.source().substring(word.source().indexOf('=') + 1);
		return Optional.of(new Assignment(matcher.group(1), new Word(value, source)));
	}

	/** The command of a value that is nothing but {@code $(command)}. */
	public static Optional<String> command(Word value) {
		return (value.parts().size() == 1 && value.parts().getFirst() instanceof Expansion(var kind, String source)
				&& kind == Expansion.Kind.COMMAND && source.startsWith("$("))
						? Optional.of(source.substring(2, source.length() - 1).strip()) : Optional.empty();
	}

	/**
	 * Whether nothing has to be run to know a value, so that a person can type it. A date
	 * is a placeholder by now.
	 */
	public static boolean needsNoCommand(Word value) {
		return value.parts()
			.stream()
			.noneMatch((part) -> part instanceof Expansion(var kind, String source)
					&& (kind == Expansion.Kind.COMMAND || source.contains("$(") || source.contains("`")));
	}

	/** Whether a shell would leave a value as it is, even without quotes. */
	static boolean plain(String value) {
		return PLAIN.matcher(value).matches();
	}

}
