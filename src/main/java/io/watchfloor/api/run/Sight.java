package io.watchfloor.api.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.RunRecords.NumberedEntry;
import io.watchfloor.run.RunState;
import io.watchfloor.run.Runs;
import io.watchfloor.run.StepRun;
import org.jspecify.annotations.Nullable;

/** What a follower has seen of a run, and what is new since. */
class Sight {

	private static final int PAGE = 500;

	/**
	 * Numbers are given before they are committed, so a lower one may come after a higher
	 * one: this many are looked at again.
	 */
	private static final int LATECOMERS = 100;

	private final Runs runs;

	private final RunRecords records;

	private final RunId id;

	private final Set<Long> told = new HashSet<>();

	private final Map<String, Long> versions = new HashMap<>();

	private final long from;

	private long last;

	private @Nullable RunState state;

	Sight(Runs runs, RunRecords records, RunId id, long after) {
		this.runs = runs;
		this.records = records;
		this.id = id;
		this.from = after;
		this.last = after;
	}

	/** Looks, with the caller's authority, at what is new. */
	News look() {
		Run run = this.runs.find(this.id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + this.id + "."));
		List<StepRun> steps = new ArrayList<>();
		for (StepRun step : run.steps()) {
			Long before = this.versions.put(step.key(), step.version());
			if (before == null || before != step.version()) {
				steps.add(step);
			}
		}
		boolean moved = this.state != run.state();
		this.state = run.state();
		return new News(moved ? Optional.of(run) : Optional.empty(), steps, entries(), over(run));
	}

	private List<NumberedEntry> entries() {
		long after = Math.max(this.from, this.last - LATECOMERS);
		List<NumberedEntry> fresh = new ArrayList<>();
		for (NumberedEntry entry : this.records.timelineAfter(this.id, after, PAGE)) {
			if (this.told.add(entry.n())) {
				fresh.add(entry);
				this.last = Math.max(this.last, entry.n());
			}
		}
		this.told.removeIf((n) -> n < this.last - 2 * LATECOMERS);
		return fresh;
	}

	/** Steps that may still come to something are waited for. */
	private static boolean over(Run run) {
		return run.state() != RunState.UNDER_WAY && run.steps().stream().noneMatch((step) -> switch (step.state()) {
			case INTENDED, EXECUTING, VERIFYING, READING -> true;
			default -> false;
		});
	}

	/**
	 * What is new.
	 *
	 * @param run the run, when its state changed
	 * @param steps those that changed
	 * @param entries of the timeline
	 * @param over whether nothing more will come
	 */
	record News(Optional<Run> run, List<StepRun> steps, List<NumberedEntry> entries, boolean over) {

		boolean none() {
			return this.run.isEmpty() && this.steps.isEmpty() && this.entries.isEmpty();
		}

	}

}
