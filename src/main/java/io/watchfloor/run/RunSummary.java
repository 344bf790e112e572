package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.kernel.Actor;
import io.watchfloor.runbook.RunbookId;
import org.jspecify.annotations.Nullable;

/**
 * A run as one line of a list.
 *
 * @param id its name
 * @param runbook the document
 * @param title the procedure's title
 * @param environment where
 * @param production whether that is production
 * @param startedBy who
 * @param startedAt when
 * @param state where it stands
 * @param endedAt when it was finished or aborted
 * @param settledSteps how many steps are done or skipped
 * @param allSteps of how many
 * @param unknownSteps how many steps may have happened
 * @param drill whether nothing is sent that changes anything
 */
public record RunSummary(RunId id, RunbookId runbook, String title, String environment, boolean production,
		Actor startedBy, Instant startedAt, RunState state, @Nullable Instant endedAt, int settledSteps, int allSteps,
		int unknownSteps, boolean drill) {
}
