package io.watchfloor.run;

import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Preview;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out a confirmed plan: intent, second look, calls, outcome. */
@Component
class Execution {

	private static final Logger log = LoggerFactory.getLogger(Execution.class);

	private final Actions actions;

	private final Targets targets;

	private final Planner planner;

	private final StepLedger ledger;

	private final StepContexts contexts;

	private final Outcomes outcomes;

	private final AuditTrail trail;

	private final Node node;

	private final StepStore store;

	private final Verifier verifier;

	private final Permits permits;

	private final Rehearsal rehearsal;

	Execution(Actions actions, Targets targets, Planner planner, StepLedger ledger, StepContexts contexts,
			Outcomes outcomes, AuditTrail trail, Node node, StepStore store, Verifier verifier, Permits permits,
			Rehearsal rehearsal) {
		this.actions = actions;
		this.targets = targets;
		this.planner = planner;
		this.ledger = ledger;
		this.contexts = contexts;
		this.outcomes = outcomes;
		this.trail = trail;
		this.node = node;
		this.store = store;
		this.verifier = verifier;
		this.permits = permits;
		this.rehearsal = rehearsal;
	}

	/**
	 * Claims the step (of several who confirm the same plan, one gets it), records the
	 * intent durably, and only then lets a thread of its own touch the target (law 1).
	 */
	void begin(StepRun planned, Confirmation confirmation) {
		begin(planned, confirmation, this.ledger::claim);
	}

	/** As above, claimed together with what the confirmation uses up. */
	void begin(StepRun planned, Confirmation confirmation, Claiming claiming) {
		Actor actor = (confirmation.approvedBy() != null) ? confirmation.approvedBy() : confirmation.by();
		boolean drill = this.rehearsal.of(planned);
		StepRun intended = claiming.claim(planned,
				planned.to(StepState.INTENDED).confirmed(confirmation).nextAttempt(this.ledger.now()), this.node.name(),
				this.ledger.entry(actor, Kind.CONFIRMED, planned,
						drill ? Rehearsal.text(planned, confirmation) : confirmedText(planned, confirmation)));
		this.node.working(intended.token());
		if (drill) {
			rehearse(intended, actor);
			return;
		}
		intend(intended);
		Thread.ofVirtual().name("step " + intended.ref()).start(() -> carryOut(intended));
	}

	private void rehearse(StepRun intended, Actor actor) {
		try {
			this.rehearsal.writeDown(intended, actor);
		}
		finally {
			release(intended);
		}
	}

	private void intend(StepRun intended) {
		boolean recorded = false;
		try {
			this.trail.intend(intended);
			recorded = true;
		}
		catch (RuntimeException notRecorded) {
			this.ledger.trySave(intended,
					intended.to(StepState.PLANNED).confirmed(null).message(notRecorded.getMessage()).token(0));
			throw notRecorded;
		}
		finally {
			if (!recorded) {
				release(intended);
			}
		}
	}

	private void carryOut(StepRun intended) {
		Optional<StepRun> ended = Optional.empty();
		try {
			ended = secondLook(intended);
		}
		catch (RuntimeException trouble) {
			// The step stays in flight without a claim: it is found, and settled by a
			// probe.
			log.warn("Step {} could not be recorded; its outcome will be settled by a probe", intended.ref(), trouble);
		}
		finally {
			release(intended);
		}
		ended.filter((step) -> step.state() == StepState.VERIFYING).ifPresent(this::firstLook);
	}

	/** Nobody waits for the next beat when the done-when holds at once. */
	private void firstLook(StepRun verifying) {
		try {
			this.verifier.look(verifying);
		}
		catch (RuntimeException trouble) {
			log.debug("Step {} is looked at with the next beat", verifying.ref(), trouble);
		}
	}

	private Optional<StepRun> secondLook(StepRun intended) {
		Preview fresh;
		Optional<String> lost;
		try {
			fresh = this.planner.look(intended);
			lost = this.permits.lost(intended);
		}
		catch (RuntimeException unreadable) {
			this.outcomes.unreadable(intended, unreadable);
			return Optional.empty();
		}
		if (!fresh.fingerprint().equals(intended.requiredPlan().fingerprint())) {
			this.outcomes.stale(intended, fresh.plan());
			return Optional.empty();
		}
		if (lost.isPresent()) {
			this.outcomes.notAllowed(intended, lost.get());
			return Optional.empty();
		}
		StepRun executing = this.ledger.save(intended, intended.to(StepState.EXECUTING));
		return this.outcomes.record(executing, execute(executing, fresh));
	}

	private Outcome execute(StepRun step, Preview fresh) {
		StepContext context = this.contexts.open(step, fresh.plan().calls());
		try {
			Action action = this.targets.action(step.frozen());
			return this.actions.changes(action).execute(action, fresh.plan(), this.targets.of(step), context);
		}
		catch (RuntimeException thrown) {
			log.warn("Step {} ended with an exception", step.ref(), thrown);
			return context.announced() ? new Outcome.Unknown("It may have happened: " + thrown.getMessage())
					: new Outcome.Failed("Nothing was sent: " + thrown.getMessage());
		}
		finally {
			this.contexts.close(context);
		}
	}

	private void release(StepRun step) {
		this.node.ended(step.token());
		try {
			this.store.release(step.token());
		}
		catch (RuntimeException notNow) {
			// Nobody keeps the claim alive any more, so it is void soon
			log.debug("The claim of step {} could not be given up", step.ref(), notNow);
		}
	}

	private static String confirmedText(StepRun step, Confirmation confirmation) {
		String verb = (confirmation.approvedBy() != null) ? "Approved " : "Confirmed ";
		String reason = confirmation.reason().isEmpty() ? "" : ": " + confirmation.reason();
		return verb + step.shortTitle() + reason;
	}

}
