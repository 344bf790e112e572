package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.kernel.Actor;

/**
 * A walk that stands still: nothing begins, what is under way ends and is recorded.
 *
 * @param by who stopped it for now
 * @param at since when
 * @param reason why, in their words
 */
public record Pause(Actor by, Instant at, String reason) {
}
