package io.watchfloor.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted.
 *
 * @param text in the procedure's title, the runbook's file, or the timeline; blank for
 * any
 * @param system the system's id; blank for any
 * @param environment blank for any
 * @param person the name of who started or leads it, or a part of it; blank for any
 * @param state null for any
 * @param from the earliest beginning; null for any
 */
public record RunFilter(String text, String system, String environment, String person, @Nullable RunState state,
		@Nullable Instant from) {

	/** Every run. */
	public static final RunFilter ALL = new RunFilter("", "", "", "", null, null);

	public RunFilter {
		text = text.strip();
		system = system.strip();
		environment = environment.strip();
		person = person.strip();
	}

}
