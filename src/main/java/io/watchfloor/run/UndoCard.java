package io.watchfloor.run;

import java.time.Instant;
import java.util.List;

import io.watchfloor.action.Plan;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What one go at a step changed, and how to put it back.
 *
 * @param step the step
 * @param attempt which go, from 1
 * @param title the step's title
 * @param target what was changed
 * @param by who confirmed it
 * @param at when it was sent
 * @param changes now → after, as recorded when it was confirmed
 * @param how how to put it back, as the plan says it, or why that cannot be done
 * @param command what puts it back; null when nothing can
 * @param state whether it was put back
 * @param back the step that puts it back, once there is one
 */
public record UndoCard(StepRef step, int attempt, String title, @Nullable TargetId target, @Nullable Actor by,
		@Nullable Instant at, List<Plan.Change> changes, String how, @Nullable String command, State state,
		@Nullable StepRef back) {

	public UndoCard {
		changes = List.copyOf(changes);
	}

	/** Whether a change was put back. */
	public enum State {

		/** It stands as it was changed, and can be put back. */
		STANDS,
		/** A step that puts it back waits or is under way. */
		WAITS,
		/** It was put back. */
		PUT_BACK,
		/** It stands, and nothing can put it back by itself. */
		STAYS

	}

}
