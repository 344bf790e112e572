package io.watchfloor.action;

import java.util.List;

import io.watchfloor.action.compose.Unwrappers;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Understanding;

/** Reads a line as the console does. */
public final class Lines {

	private Lines() {
	}

	/** The pipeline of a line. */
	public static Pipeline pipeline(String line) {
		List<Statement> statements = ShellText.split(line);
		if (statements.size() == 1
				&& statements.getFirst().content() instanceof Understanding.Understood<Pipeline>(Pipeline pipeline)) {
			return pipeline;
		}
		throw new AssertionError("no single pipeline: " + statements);
	}

	/** What readers make of a line, {@code docker exec} included. */
	public static Understanding<ActionCall> read(String line, ActionReader... readers) {
		return new CommandLines(List.of(readers), List.of(Unwrappers.exec()), List.of()).read(pipeline(line));
	}

	/** The call, or a failure with the reason. */
	public static ActionCall call(String line, ActionReader... readers) {
		return switch (read(line, readers)) {
			case Understanding.Understood<ActionCall>(ActionCall call) -> call;
			case Understanding.NotUnderstood<ActionCall>(String reason) -> throw new AssertionError(reason);
			case Understanding.ByHand<ActionCall>(var work) -> throw new AssertionError(work.sentence());
		};
	}

	/** The reason, or a failure with the call. */
	public static String reason(String line, ActionReader... readers) {
		return switch (read(line, readers)) {
			case Understanding.Understood<ActionCall>(ActionCall call) -> throw new AssertionError(call.toString());
			case Understanding.NotUnderstood<ActionCall>(String reason) -> reason;
			case Understanding.ByHand<ActionCall>(var work) -> work.sentence();
		};
	}

}
