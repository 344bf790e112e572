package io.watchfloor.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One reading of many.
 *
 * @param at when
 * @param known whether data came
 * @param value the figure, where there is one
 * @param summary in words
 * @param fine whether it was as it should be; null when nobody can say
 */
public record Watched(Instant at, boolean known, @Nullable Double value, String summary, @Nullable Boolean fine) {
}
