package io.watchfloor.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes steps, and tells those who watch. */
@Component
class StepLedger {

	private final RunStore runs;

	private final StepStore steps;

	private final RunJournal journal;

	private final RunFeed feed;

	private final Clock clock;

	StepLedger(RunStore runs, StepStore steps, RunJournal journal, RunFeed feed, Clock clock) {
		this.runs = runs;
		this.steps = steps;
		this.journal = journal;
		this.feed = feed;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	/** Reads a step. */
	StepRun require(StepRef ref) {
		return this.steps.find(ref)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND,
					"There is no step '" + ref.key() + "' in run " + ref.run() + ". Open the run from the list."));
	}

	/** Reads a step of a walk that is under way. */
	StepRun requireUnderWay(StepRef ref) {
		Run run = this.runs.find(ref.run())
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + ref.run() + "."));
		if (run.state() != RunState.UNDER_WAY) {
			throw new Problem(Category.STALE,
					"This run is over. Start the procedure again from its runbook to do more.");
		}
		Pause pause = run.conduct().pause();
		if (pause != null) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					pause.by().name() + " paused this run: " + pause.reason() + ". Resume it first.");
		}
		return require(ref);
	}

	/** Adds a step to its run. */
	void add(StepRun step, TimelineEntry entry) {
		this.steps.add(step, entry);
	}

	/** Asks a step to stop between batches. */
	void requestCancel(StepRef ref) {
		this.steps.requestCancel(ref);
	}

	/** Writes, or says that somebody else was faster. */
	StepRun save(StepRun before, StepChange change, TimelineEntry... entries) {
		return trySave(before, change, entries).orElseThrow(() -> overtaken(before));
	}

	/** Writes unless somebody else was faster. */
	Optional<StepRun> trySave(StepRun before, StepChange change, TimelineEntry... entries) {
		Optional<StepRun> saved = this.steps.save(before, change.done(), entries);
		saved.ifPresent((step) -> this.feed.changed(step.ref().run()));
		return saved;
	}

	/**
	 * As above, together with what the audit log shall hold of it; whoever calls then
	 * lets {@link AuditTrail#drainSoon()} append it.
	 */
	Optional<StepRun> trySave(StepRun before, StepChange change, AuditEntry due, TimelineEntry... entries) {
		Optional<StepRun> saved = this.steps.save(before, change.done(), due, entries);
		saved.ifPresent((step) -> this.feed.changed(step.ref().run()));
		return saved;
	}

	/**
	 * Writes a step whose worker gave no sign of life for so long, unless it just did.
	 */
	Optional<StepRun> abandon(StepRun before, StepChange change, Duration silence, @Nullable AuditEntry due,
			TimelineEntry... entries) {
		Optional<StepRun> saved = this.steps.abandon(before, change.done(), silence, due, entries);
		saved.ifPresent((step) -> this.feed.changed(step.ref().run()));
		return saved;
	}

	/** Writes and claims, or says that somebody else was faster. */
	StepRun claim(StepRun before, StepChange change, String node, TimelineEntry... entries) {
		StepRun claimed = this.steps.claim(before, change.done(), node, entries).orElseThrow(() -> overtaken(before));
		this.feed.changed(claimed.ref().run());
		return claimed;
	}

	TimelineEntry entry(Actor actor, Kind kind, @Nullable StepRun step, String text) {
		return new TimelineEntry(now(), actor, kind, (step != null) ? step.key() : null, text);
	}

	/** Adds a line to the timeline. */
	void note(Actor actor, StepRun step, String text) {
		this.journal.addEntry(step.ref().run(), entry(actor, Kind.NOTE, step, text));
		changed(step.ref().run());
	}

	void changed(RunId run) {
		this.feed.changed(run);
	}

	static Problem overtaken(StepRun before) {
		return new Problem(Category.STALE, "'" + before.shortTitle()
				+ "' was changed by somebody else in this moment. Look at it again before you go on.");
	}

}
