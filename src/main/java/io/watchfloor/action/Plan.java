package io.watchfloor.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What an action will do, worked out from live state.
 *
 * @param calls what will be sent, in order
 * @param changes now and after, for every property that changes
 * @param effects what else is affected: connections, load, other consumers
 * @param warnings dangers that apply here
 * @param samples some of what is touched, escaped for display; at most 20
 * @param undo how it is put back, or why it cannot be
 * @param doneWhen when it counts as done
 * @param markers the observed state that the plan depends on; equal markers, same plan
 * @param readAt when the state was read
 */
public record Plan(List<Call> calls, List<Change> changes, List<String> effects, List<Warning> warnings,
		List<String> samples, String undo, DoneWhen doneWhen, SortedMap<String, String> markers, Instant readAt) {

	public Plan {
		calls = List.copyOf(calls);
		changes = List.copyOf(changes);
		effects = List.copyOf(effects);
		warnings = List.copyOf(warnings);
		samples = List.copyOf(samples);
		markers = new TreeMap<>(markers);
	}

	/**
	 * One call to the target.
	 *
	 * @param text as precisely as the protocol allows:
	 * {@code UNLINK (12 345 keys in batches of 500)}
	 */
	public record Call(String text) {
	}

	/**
	 * One property.
	 *
	 * @param now the value read; absent when there is none yet
	 * @param after the value expected; absent when it will be gone
	 */
	public record Change(String property, @Nullable String now, @Nullable String after) {
	}

	/** A danger, and whether it is grave. */
	public record Warning(boolean grave, String text) {
	}

	/**
	 * When an action counts as done.
	 *
	 * @param condition in words
	 * @param holdFor for how long it must hold without interruption; zero for one look
	 * @param within the time limit; after it the step is FAILED or UNKNOWN
	 */
	public record DoneWhen(String condition, Duration holdFor, Duration within) {

		/**
		 * Nothing that can be looked at tells whether it is done: the step ends as not
		 * verified at once and a person says (law 4).
		 * @param look what that person should look at
		 */
		public static DoneWhen untold(String look) {
			return new DoneWhen(look, Duration.ZERO, Duration.ZERO);
		}

	}

}
