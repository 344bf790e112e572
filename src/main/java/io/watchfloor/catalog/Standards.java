package io.watchfloor.catalog;

import java.util.List;

/**
 * What a system's team promises and plans, as its documents state it.
 *
 * @param thresholds from which value on a figure is bad
 * @param schedules what is done regularly
 * @param recovery how fast and how completely parts come back
 */
public record Standards(List<Threshold> thresholds, List<Schedule> schedules, List<RecoveryTarget> recovery) {

	/** Nothing stated. */
	public static final Standards NONE = new Standards(List.of(), List.of(), List.of());

	public Standards {
		thresholds = List.copyOf(thresholds);
		schedules = List.copyOf(schedules);
		recovery = List.copyOf(recovery);
	}

}
