package io.watchfloor.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.run.output.OutputWriter;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds one attempt at a step: its output, its progress, and the check of its
 * calls.
 */
final class StepContext implements RunContext {

	private static final Duration LOOK_FOR_CANCEL = Duration.ofMillis(500);

	private final StepRun step;

	private final Set<Plan.Call> allowed;

	private final boolean drill;

	private final OutputWriter output;

	private final StepStore store;

	private final Fence fence;

	private final RunJournal journal;

	private final Redaction redaction;

	private final RunFeed feed;

	private final Clock clock;

	private @Nullable Progress progress;

	private boolean announced;

	private boolean cancelled;

	private Instant lastLook = Instant.MIN;

	StepContext(StepRun step, List<Plan.Call> allowed, boolean drill, OutputWriter output, StepStore store, Fence fence,
			RunJournal journal, Redaction redaction, RunFeed feed, Clock clock) {
		this.step = step;
		this.allowed = Set.copyOf(allowed);
		this.drill = drill;
		this.output = output;
		this.store = store;
		this.fence = fence;
		this.journal = journal;
		this.redaction = redaction;
		this.feed = feed;
		this.clock = clock;
	}

	@Override
	public void output(String line) {
		this.output.print(line);
	}

	@Override
	public synchronized void keep(String line) {
		demandOurs();
		this.output.keep(Kept.line(this.redaction.text(line)));
	}

	private void demandOurs() {
		this.fence.demand(this.step.ref(), this.step.token());
	}

	@Override
	public synchronized void progress(long done, long total, String unit) {
		this.progress = new Progress(done, total, unit);
	}

	/**
	 * Refuses what the plan does not hold (law 2), and what would go out after another
	 * node gave this one up.
	 */
	@Override
	public synchronized void making(Plan.Call call) {
		if (this.drill) {
			throw new IllegalStateException("this is a drill: nothing is sent");
		}
		if (!this.allowed.contains(call)) {
			throw new IllegalStateException("the plan does not hold the call: " + call.text());
		}
		output("→ " + call.text());
		// Last, so that nothing lies between the proof and the call
		demandOurs();
		this.announced = true;
	}

	@Override
	public synchronized boolean cancelled() {
		Instant now = this.clock.instant();
		if (!this.cancelled && !now.isBefore(this.lastLook.plus(LOOK_FOR_CANCEL))) {
			this.lastLook = now;
			this.cancelled = this.store.cancelRequested(this.step.ref());
		}
		return this.cancelled;
	}

	@Override
	public boolean drill() {
		return this.drill;
	}

	/** Whether anything may have gone out. */
	synchronized boolean announced() {
		return this.announced;
	}

	/** Stores what came since the last time, and tells those who watch. */
	void flush() {
		told(this.output.flush());
	}

	/** Stores what is left. */
	void close() {
		this.output.close();
		told(true);
	}

	private synchronized void told(boolean more) {
		boolean something = more || this.progress != null;
		if (this.progress != null) {
			this.journal.progress(this.step.ref(), this.progress);
			this.progress = null;
		}
		if (something) {
			this.feed.changed(this.step.ref().run());
		}
	}

}
