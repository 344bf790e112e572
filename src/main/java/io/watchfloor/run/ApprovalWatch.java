package io.watchfloor.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Counted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks after what waits: sends back what nobody answered in time and what its asker may
 * not do any more, and forgets what the walk went past.
 */
@Component
class ApprovalWatch {

	private static final Logger log = LoggerFactory.getLogger(ApprovalWatch.class);

	private final ApprovalStore store;

	private final OpenApprovals open;

	private final Permits permits;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Tidings tidings;

	private final ApprovalTally tally;

	ApprovalWatch(ApprovalStore store, OpenApprovals open, Permits permits, StepLedger ledger, AuditTrail trail,
			Tidings tidings, ApprovalTally tally) {
		this.store = store;
		this.open = open;
		this.permits = permits;
		this.ledger = ledger;
		this.trail = trail;
		this.tidings = tidings;
		this.tally = tally;
	}

	/** One look; several nodes may look at once. */
	void look() {
		List<Approval> waiting = this.store.everythingWaiting();
		if (!waiting.isEmpty()) {
			this.store.voidOvertaken()
				.forEach((approval) -> ended(approval, "approval.void", "The walk went past it."));
			this.store.expired().forEach(this::expire);
			this.store.waiting().stream().filter((one) -> !this.permits.mayStillAsk(one)).forEach(this::disown);
			waiting = this.store.waiting();
		}
		this.tally.count(waiting, this.store.unreviewed()).forEach(this.ledger::changed);
	}

	private void expire(Approval approval) {
		String waited = words(Duration.between(approval.askedAt(), approval.expiresAt()));
		giveBack(approval, ApprovalState.EXPIRED, "Nobody answered within " + waited + ". Ask again.",
				"approval.expired");
	}

	private void disown(Approval approval) {
		giveBack(approval, ApprovalState.VOID, approval.askedBy().name() + ", who asked, may not do this any more.",
				"approval.void");
	}

	private void giveBack(Approval approval, ApprovalState how, String message, String action) {
		try {
			StepRun step = this.ledger.require(approval.step());
			this.open.giveBack(approval, step, how, Actor.SYSTEM, message, message)
				.ifPresent((_) -> ended(approval, action, message));
		}
		catch (RuntimeException trouble) {
			log.warn("The request {} could not be ended; tried again at the next look", approval.id(), trouble);
		}
	}

	private void ended(Approval approval, String action, String message) {
		this.trail.record(Actor.SYSTEM, action, this.ledger.require(approval.step()), "REFUSED", message,
				Map.of("approval", approval.id().toString(), "askedBy", approval.askedBy().name()));
		this.tidings.answered(approval, action, Actor.SYSTEM, approval.title() + ": " + message);
	}

	private static String words(Duration duration) {
		if (duration.toMinutes() < 2) {
			return Counted.of(duration.toSeconds(), "second");
		}
		return (duration.toMinutes() % 60 == 0) ? Counted.of(duration.toHours(), "hour")
				: Counted.of(duration.toMinutes(), "minute");
	}

}
