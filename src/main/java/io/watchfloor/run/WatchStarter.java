package io.watchfloor.run;

import java.time.Instant;
import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Begins to watch; from then on {@link WatchTicks} reads. */
@Component
class WatchStarter {

	private final WatchingStore store;

	private final StepLedger ledger;

	private final AuditTrail trail;

	WatchStarter(WatchingStore store, StepLedger ledger, AuditTrail trail) {
		this.store = store;
		this.ledger = ledger;
		this.trail = trail;
	}

	/** The terms, where the runbook gives them all: a reading, a time and a limit. */
	static Optional<WatchTerms> byItself(StepRun step) {
		return (step.frozen().kind() != StepKind.READ) ? Optional.empty() : WatchWords.length(step.frozen())
			.flatMap((length) -> WatchWords.limit(step.frozen()).map((limit) -> WatchTerms.of(length, limit)));
	}

	void begin(StepRun step, StepRun source, WatchTerms terms, Actor actor) {
		Instant now = this.ledger.now();
		Watching watching = new Watching(step.ref(), step.attempt() + 1, source.ref(), terms, Watching.State.UNDER_WAY,
				now, now.plus(terms.length()), now, 0);
		// First the row: a step that is being watched always has one
		this.store.add(watching);
		String what = source.shortTitle() + " for " + words(terms)
				+ ((terms.limit() != null) ? ", fine while " + terms.limit().words() : "");
		Optional<StepRun> begun = this.ledger.trySave(step, step.to(StepState.WATCHING).nextAttempt(now),
				this.ledger.entry(actor, Kind.WATCHED, step, "Watches " + what));
		if (begun.isEmpty()) {
			this.store.remove(watching);
		}
		begun.ifPresent((watched) -> this.trail.record(actor, "watch.began", watched, "SUCCEEDED", null,
				java.util.Map.of("what", what)));
	}

	private static String words(WatchTerms terms) {
		long seconds = terms.length().toSeconds();
		return (seconds % 60 == 0) ? seconds / 60 + " min" : seconds + " s";
	}

}
