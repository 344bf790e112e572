package io.watchfloor.action.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Plan;

/** Puts into words what a flush will do. */
final class FlushPlan {

	private FlushPlan() {
	}

	static Plan of(Flush action, FlushState state, List<KeyPrefix> prefixes, Instant at) {
		List<Plan.Change> changes = new ArrayList<>();
		state.keys()
			.forEach((database, count) -> changes
				.add(new Plan.Change("keys in " + database, Counts.number(count), "0")));
		long sampled = prefixes.stream().mapToLong(KeyPrefix::sampled).sum();
		List<String> effects = List.of(
				Counts.keys(state.total()) + " go; " + Counts.number(state.expiring())
						+ " of them would expire by themselves",
				"Every reader misses the cache until it refills; the source takes the whole load at once.");
		return new Plan(List.of(new Plan.Call(action.command())), changes, effects, warnings(action, state, prefixes),
				prefixes.stream().limit(20).map((prefix) -> prefix.words(sampled)).toList(), DeleteByPatternPlan.UNDO,
				new Plan.DoneWhen("no key from before the flush is left", Duration.ZERO, Duration.ofSeconds(30)),
				state.markers(), at);
	}

	private static List<Plan.Warning> warnings(Flush action, FlushState state, List<KeyPrefix> prefixes) {
		List<Plan.Warning> warnings = new ArrayList<>();
		prefixes.stream()
			.filter(KeyPrefix::suspicious)
			.limit(10)
			.forEach((prefix) -> warnings.add(new Plan.Warning(true, prefix.prefix()
					+ " holds keys that never expire: queues, sessions or limits rather than cache. They do not come back.")));
		if (action.scope() == Flush.Scope.ALL && state.keys().size() > 1) {
			warnings.add(new Plan.Warning(true, "The server holds " + state.keys().size()
					+ " databases, and all are emptied; only one was sampled."));
		}
		warnings.add(new Plan.Warning(false, "Deleting by pattern removes less. Does one prefix do?"));
		return warnings;
	}

}
