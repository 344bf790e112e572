package io.watchfloor.run;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon another node takes over, and how long before that the first one stops sending.
 *
 * @param beat between two signs of life of a node
 * @param lease a node that cannot prove by its own monotonic clock that it renewed its
 * claim within this time sends nothing
 * @param silence without a sign of life for so long, by the store's clock, a claim is
 * void; longer than the lease, so that whoever loses a claim has stopped before
 * @see <a href="../../../../../../docs/decisions/0013-claims-and-schedules.md">decision
 * 13</a>
 */
@ConfigurationProperties("watchfloor.runs")
record RunTimes(@DefaultValue("500ms") Duration beat, @DefaultValue("6s") Duration lease,
		@DefaultValue("10s") Duration silence) {

	/** A claim lives through so many beats that do not come. */
	private static final int LOST_BEATS = 4;

	RunTimes {
		demand(!beat.isZero() && !beat.isNegative(), "watchfloor.runs.beat must be longer than nothing");
		demand(lease.compareTo(beat.multipliedBy(LOST_BEATS)) >= 0,
				"watchfloor.runs.lease must be at least four times watchfloor.runs.beat");
		demand(silence.compareTo(lease.multipliedBy(3).dividedBy(2)) >= 0,
				"watchfloor.runs.silence must be at least one and a half times watchfloor.runs.lease");
	}

	private static void demand(boolean met, String otherwise) {
		if (!met) {
			throw new IllegalArgumentException(otherwise);
		}
	}

	/** What counts where nobody says otherwise. */
	static RunTimes standard() {
		return new RunTimes(Duration.ofMillis(500), Duration.ofSeconds(6), Duration.ofSeconds(10));
	}

}
