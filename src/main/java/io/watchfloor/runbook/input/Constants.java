package io.watchfloor.runbook.input;

import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.SimpleCommand.Assignment;

/** Variables that a document sets. */
public final class Constants {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:@/%+,=-]+");

	private Constants() {
	}

	/** The assignment of a line that does nothing else: {@code NS=prod}. */
	public static Optional<Assignment> assignment(Pipeline pipeline) {
		SimpleCommand only = pipeline.stages().getFirst();
		boolean alone = pipeline.stages().size() == 1 && only.redirections().isEmpty();
		if (alone && only.words().isEmpty() && only.assignments().size() == 1) {
			return Optional.of(only.assignments().getFirst());
		}
		boolean exported = alone && only.assignments().isEmpty() && only.words().size() == 2
				&& only.tool().filter("export"::equals).isPresent();
		return exported ? exported(only) : Optional.empty();
	}

	private static Optional<Assignment> exported(SimpleCommand command) {
		io.watchfloor.command.Word word = command.words().get(1);
		return word.literal()
			.filter((text) -> text.matches("[A-Za-z_]\\w*=.*"))
			.map((text) -> new Assignment(text.substring(0, text.indexOf('=')),
					new io.watchfloor.command.Word(
							java.util.List
								.of(new io.watchfloor.command.Word.Literal(text.substring(text.indexOf('=') + 1))),
							word.source())));
	}

	/** The command of a value that is nothing but {@code $(command)}. */
	public static Optional<String> command(io.watchfloor.command.Word value) {
		return (value.parts().size() == 1
				&& value.parts().getFirst() instanceof io.watchfloor.command.Word.Expansion(var kind, String source)
				&& kind == io.watchfloor.command.Word.Expansion.Kind.COMMAND && source.startsWith("$("))
						? Optional.of(source.substring(2, source.length() - 1).strip()) : Optional.empty();
	}

	/** Whether a shell would leave a value as it is, even without quotes. */
	static boolean plain(String value) {
		return PLAIN.matcher(value).matches();
	}

}
