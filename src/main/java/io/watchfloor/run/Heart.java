package io.watchfloor.run;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps runs going: says that this node lives, finds steps whose node does not, looks at
 * what is being verified, and lets approvals expire.
 */
@Component
class Heart implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Heart.class);

	/** A walk that stands still is looked for less often. */
	private static final int BEATS_PER_SWEEP = 4;

	private static final long FLUSH_MILLISECONDS = 250;

	private final RunStore store;

	private final DueSteps due;

	private final Node node;

	private final Verifier verifier;

	private final Probes probes;

	private final StepContexts contexts;

	private final AuditTrail trail;

	private final Advance advance;

	private final RunTally tally;

	private final RunTimes times;

	private final ApprovalWatch approvals;

	private final Clock clock;

	private final Set<StepRef> busy = ConcurrentHashMap.newKeySet();

	private final AtomicLong beats = new AtomicLong();

	private @Nullable ScheduledExecutorService schedule;

	Heart(RunStore store, DueSteps due, Node node, Verifier verifier, Probes probes, StepContexts contexts,
			AuditTrail trail, Advance advance, RunTally tally, RunTimes times, ApprovalWatch approvals, Clock clock) {
		this.store = store;
		this.due = due;
		this.node = node;
		this.verifier = verifier;
		this.probes = probes;
		this.contexts = contexts;
		this.trail = trail;
		this.advance = advance;
		this.tally = tally;
		this.times = times;
		this.approvals = approvals;
		this.clock = clock;
	}

	/** One beat. Anything long goes to a thread of its own. */
	void beat() {
		this.due.beat(this.node.tokens());
		this.due.stillLooking(this.node.looks(), this.clock.instant().plus(this.times.silence()));
		this.due.abandoned(this.times.silence()).forEach((step) -> this.probes.abandoned(step, this.times.silence()));
		if (this.beats.incrementAndGet() % BEATS_PER_SWEEP == 0) {
			this.due.unreached(this.times.silence()).forEach(this.advance::reach);
		}
		this.due.unprobed().forEach((step) -> aside(step, this.probes::probe));
		this.due.toLookAt(this.clock.instant()).forEach((step) -> aside(step, this.verifier::look));
		this.approvals.look();
		this.trail.drain();
		this.tally.underWay(this.store.count(RunState.UNDER_WAY));
	}

	private void aside(StepRun step, Consumer<StepRun> work) {
		if (!this.busy.add(step.ref())) {
			return;
		}
		Thread.ofVirtual().name("look " + step.ref()).start(() -> {
			try {
				work.accept(step);
			}
			catch (RuntimeException trouble) {
				log.warn("Step {} could not be looked after; tried again at the next beat", step.ref(), trouble);
			}
			finally {
				this.busy.remove(step.ref());
			}
		});
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("runs").factory());
		var _ = started.scheduleWithFixedDelay(guarded(this::beat), 0, this.times.beat().toMillis(),
				TimeUnit.MILLISECONDS);
		var _ = started.scheduleWithFixedDelay(guarded(this.contexts::flushAll), FLUSH_MILLISECONDS, FLUSH_MILLISECONDS,
				TimeUnit.MILLISECONDS);
		this.schedule = started;
	}

	private static Runnable guarded(Runnable work) {
		return () -> {
			try {
				work.run();
			}
			catch (RuntimeException trouble) {
				log.debug("Runs wait for the store", trouble);
			}
		};
	}

	@Override
	public void stop() {
		if (this.schedule != null) {
			this.schedule.shutdownNow();
			this.schedule = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.schedule != null;
	}

}
