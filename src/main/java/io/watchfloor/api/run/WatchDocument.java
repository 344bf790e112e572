package io.watchfloor.api.run;

import java.time.Instant;
import java.util.Optional;

import io.watchfloor.run.Watch;
import org.jspecify.annotations.Nullable;

/**
 * The watch over a plan's done-when.
 *
 * @param state what the last look found
 * @param observed what it read
 * @param holdsSince since when without interruption
 */
record WatchDocument(@Nullable String state, String observed, @Nullable Instant holdsSince, Instant deadline) {

	static WatchDocument of(Watch watch) {
		return new WatchDocument(Optional.ofNullable(watch.state()).map(Enum::name).orElse(null), watch.observed(),
				watch.holdsSince(), watch.deadline());
	}

}
