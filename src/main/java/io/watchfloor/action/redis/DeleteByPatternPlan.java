package io.watchfloor.action.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Plan;

/** Puts into words what a deletion by pattern will do. */
final class DeleteByPatternPlan {

	static final String UNDO = "None: the keys are gone. A cache fills again from its source as they are next read; anything else is lost.";

	private static final Duration WITHIN = Duration.ofMinutes(1);

	private DeleteByPatternPlan() {
	}

	static Plan of(DeleteByPattern action, KeyCount count, long size, int database, Instant at) {
		long matching = count.matching();
		List<Plan.Call> calls = List.of(
				new Plan.Call("SCAN MATCH %s COUNT %d over database %d".formatted(action.pattern(), RedisSession.PAGE,
						database)),
				new Plan.Call("UNLINK every key found (%s in batches of %d)".formatted(Counts.keys(matching),
						PatternDeletion.BATCH)));
		List<Plan.Change> changes = List
			.of(new Plan.Change("keys matching " + action.pattern(), Counts.number(matching), "0"), new Plan.Change(
					"keys in database " + database, Counts.number(size), Counts.number(Math.max(0, size - matching))));
		List<String> effects = List.of(
				"%s of %s in database %d (%s)".formatted(Counts.keys(matching), Counts.keys(size), database,
						Counts.share(matching, size)),
				"Readers of these keys miss the cache until it refills; their source takes that load.");
		return new Plan(calls, changes, effects, warnings(action, matching, size), count.samples(), UNDO,
				new Plan.DoneWhen("0 keys match " + action.pattern(), Duration.ZERO, WITHIN), count.markers(), at);
	}

	private static List<Plan.Warning> warnings(DeleteByPattern action, long matching, long size) {
		List<Plan.Warning> warnings = new ArrayList<>();
		if (matching == 0) {
			warnings
				.add(new Plan.Warning(false, "No key matches " + action.pattern() + "; there is nothing to delete."));
		}
		if (matching * 2 > size) {
			warnings.add(new Plan.Warning(true, "The pattern covers " + Counts.share(matching, size)
					+ " of all keys. Look whether it is meant so wide."));
		}
		return warnings;
	}

}
