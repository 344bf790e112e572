package io.watchfloor.action;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Problem;

/** The frame of a connector's reader: the first word not known ends the reading. */
public abstract class StrictReader implements ActionReader {

	@Override
	public final Understanding<ActionCall> read(Pipeline pipeline) {
		try {
			return new Understanding.Understood<>(understand(pipeline));
		}
		catch (ByHand byHand) {
			return new Understanding.ByHand<>(byHand.work());
		}
		catch (Problem problem) {
			if (problem.category() != Problem.Category.NOT_UNDERSTOOD) {
				throw problem;
			}
			return new Understanding.NotUnderstood<>(String.valueOf(problem.getMessage()));
		}
	}

	/**
	 * Reads a whole pipeline.
	 * @throws Problem with category {@code NOT_UNDERSTOOD}: which word and why
	 */
	protected abstract ActionCall understand(Pipeline pipeline);

	/** The reason why a line stays a manual step. */
	protected static Problem notUnderstood(String reason) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, reason);
	}

}
