package io.watchfloor.run.drill;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What a drill has besides its walk.
 *
 * @param run the walk
 * @param fault what was made to go wrong, by id; absent when nothing was
 * @param faultLabel the same as people read it
 * @param faultClearedAt when it was put right
 * @param component the part whose recovery target it is held against
 * @param within that target
 * @param hard what was hard, in the words of who took part
 * @param hardBy who wrote that
 */
public record Drill(RunId run, @Nullable String fault, @Nullable String faultLabel, @Nullable Instant faultClearedAt,
		@Nullable String component, @Nullable Duration within, @Nullable String hard, @Nullable Actor hardBy) {
}
