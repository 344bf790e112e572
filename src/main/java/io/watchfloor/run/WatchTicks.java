package io.watchfloor.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.run.Watching.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Repeats readings that are being watched. What is due stands in the store, so a restart
 * or another node goes on where this one stopped; whoever reads leases the row first.
 */
@Component
class WatchTicks implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(WatchTicks.class);

	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final long BEAT_MILLISECONDS = 500;

	private final WatchingStore store;

	private final RunStore runs;

	private final Reads reads;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Advance advance;

	private @Nullable ScheduledExecutorService schedule;

	WatchTicks(WatchingStore store, RunStore runs, Reads reads, StepLedger ledger, AuditTrail trail, Advance advance) {
		this.store = store;
		this.runs = runs;
		this.reads = reads;
		this.ledger = ledger;
		this.trail = trail;
		this.advance = advance;
	}

	/** Looks what is due, and reads each on a thread of its own. */
	void beat() {
		Instant now = this.ledger.now();
		for (Watching due : this.store.due(now)) {
			this.store.save(due.due(now.plus(LEASE)))
				.ifPresent((leased) -> Thread.ofVirtual().name("watch " + leased.step()).start(() -> guarded(leased)));
		}
	}

	private void guarded(Watching watching) {
		try {
			look(watching);
		}
		catch (RuntimeException trouble) {
			log.warn("What step {} watches could not be read; tried again", watching.step(), trouble);
		}
	}

	private void look(Watching watching) {
		Optional<Run> run = this.runs.find(watching.step().run());
		Optional<StepRun> step = run.filter((found) -> found.state() == RunState.UNDER_WAY)
			.flatMap((found) -> found.step(watching.step().key()))
			.filter((found) -> found.state() == StepState.WATCHING && found.attempt() == watching.attempt());
		Optional<StepRun> source = run.flatMap((found) -> found.step(watching.source().key()));
		if (step.isEmpty() || source.isEmpty()) {
			this.store.save(watching.ended(State.STOPPED));
			return;
		}
		Reading reading = this.reads.look(source.get());
		Watched watched = watched(watching.terms(), reading);
		// A gap between two readings is silence too: the console may have been down
		Instant heard = this.store.lastJudged(watching).orElse(watching.beganAt());
		this.store.add(watching, watched);
		conclude(watching, step.get(), watched, heard);
		this.ledger.changed(watching.step().run());
	}

	private Watched watched(WatchTerms terms, Reading reading) {
		return new Watched(this.ledger.now(), reading.known(), reading.value(), DisplayText.inert(reading.summary()),
				fine(terms, reading));
	}

	/** A figure that cannot be held against the limit is no data, not fine. */
	static @Nullable Boolean fine(WatchTerms terms, Reading reading) {
		if (!reading.known()) {
			return null;
		}
		if (reading.judgement() == Judgement.NOT_AS_EXPECTED) {
			return false;
		}
		Limit limit = terms.limit();
		return (limit != null) ? limit.holds(reading).orElse(null) : Boolean.TRUE;
	}

	private void conclude(Watching watching, StepRun step, Watched last, Instant heard) {
		Instant now = this.ledger.now();
		if (Boolean.FALSE.equals(last.fine())) {
			end(watching, step, State.BREACHED, "Breached: " + last.summary());
			return;
		}
		if (now.isAfter(heard.plus(watching.terms().silence()))) {
			end(watching, step, State.NO_DATA, "No data that could be judged since "
					+ heard.truncatedTo(ChronoUnit.SECONDS) + ". Last: " + last.summary());
		}
		else if (!now.isBefore(watching.endsAt()) && last.fine() != null) {
			end(watching, step, State.HELD, "Was fine for the whole time. Last: " + last.summary());
		}
		else {
			this.store.save(watching.due(now.plus(watching.terms().every())));
		}
	}

	private void end(Watching watching, StepRun step, State state, String message) {
		if (this.store.save(watching.ended(state)).isEmpty()) {
			return;
		}
		StepState after = switch (state) {
			case HELD -> StepState.DONE;
			case BREACHED -> StepState.FAILED;
			case NO_DATA -> StepState.NO_DATA;
			case UNDER_WAY, STOPPED -> throw new IllegalStateException("a watching does not end as " + state);
		};
		StepChange change = step.to(after).message(message);
		if (state == State.HELD) {
			change.judgement(Judgement.AS_EXPECTED).ended(this.ledger.now());
		}
		this.ledger
			.trySave(step, change,
					this.ledger.entry(Actor.SYSTEM, Kind.WATCHED, step, step.shortTitle() + ": " + message))
			.ifPresent((ended) -> {
				this.trail.record(Actor.SYSTEM, "watch.ended", ended, result(state), null, Map.of("message", message));
				this.advance.reach(ended.ref().run());
			});
	}

	private static String result(State state) {
		return switch (state) {
			case HELD -> "SUCCEEDED";
			case BREACHED -> "FAILED";
			case UNDER_WAY, NO_DATA, STOPPED -> "UNKNOWN";
		};
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watches").factory());
		var _ = started.scheduleWithFixedDelay(this::quietly, 0, BEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
		this.schedule = started;
	}

	private void quietly() {
		try {
			beat();
		}
		catch (RuntimeException trouble) {
			log.debug("What is watched waits for the store", trouble);
		}
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
