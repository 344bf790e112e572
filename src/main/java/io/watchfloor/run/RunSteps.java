package io.watchfloor.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** What a person does with a step, besides confirming a change. */
@Service
public class RunSteps {

	private static final Set<StepState> MAY_READ = EnumSet.of(StepState.READY, StepState.NO_DATA, StepState.DONE,
			StepState.FAILED, StepState.SKIPPED);

	private final Authority authority;

	private final Permits permits;

	private final StepLedger ledger;

	private final Targets targets;

	private final Reads reads;

	private final AuditTrail trail;

	private final Advance advance;

	private final RunStore store;

	private final Redaction redaction;

	private final Causes causes;

	RunSteps(Authority authority, Permits permits, StepLedger ledger, Targets targets, Reads reads, AuditTrail trail,
			Advance advance, RunStore store, Redaction redaction, Causes causes) {
		this.authority = authority;
		this.permits = permits;
		this.ledger = ledger;
		this.targets = targets;
		this.reads = reads;
		this.trail = trail;
		this.advance = advance;
		this.store = store;
		this.redaction = redaction;
		this.causes = causes;
	}

	/** The targets among which a person may choose. */
	public List<Target> candidates(StepRef ref) {
		this.authority.require(Permission.VIEW);
		Run run = this.store.find(ref.run())
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + ref.run() + "."));
		return this.targets.candidates(this.ledger.require(ref).frozen(),
				this.targets.environment(run.runbook().system(), run.environment()));
	}

	/** Chooses what a step touches. */
	public void chooseTarget(StepRef ref, TargetId target) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (candidates(ref).stream().noneMatch((candidate) -> candidate.id().equals(target))) {
			throw new Problem(Category.NOT_FOUND, "'" + step.shortTitle() + "' cannot mean target " + target + ".");
		}
		this.ledger.save(step, step.to(StepState.READY).target(target).message(null),
				this.ledger.entry(actor, Kind.NOTE, step, step.shortTitle() + " means " + target.name()));
		this.advance.reach(ref.run());
	}

	/** Reads again; earlier readings are kept. Takes as long as the target does. */
	public void readAgain(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (step.frozen().kind() != StepKind.READ || !MAY_READ.contains(step.state())) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' cannot be read now.");
		}
		demandFilled(step);
		this.targets.of(step);
		this.reads.read(step, actor);
		this.advance.reach(ref.run());
	}

	private static void demandFilled(StepRun step) {
		if (step.frozen().open() != null) {
			throw new Problem(Category.STALE, "Fill in what '" + step.shortTitle() + "' leaves open first.");
		}
	}

	/** Leaves a step out, or as it is. */
	public void skip(StepRef ref, String reason) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (!step.state().next().contains(StepState.SKIPPED)) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' cannot be skipped now; it is " + step.state()
					+ ". Wait for its outcome.");
		}
		if (reason.isBlank()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "Say why '" + step.shortTitle() + "' is skipped.");
		}
		String why = this.redaction.typed(reason);
		StepRun skipped = this.ledger.save(step, step.to(StepState.SKIPPED).note(why).ended(this.ledger.now()),
				this.ledger.entry(actor, Kind.SKIPPED, step, "Skipped " + step.shortTitle() + ": " + why));
		this.trail.record(actor, "step.skipped", skipped, "SUCCEEDED", why, Map.of());
		this.advance.reach(ref.run());
	}

	/** Takes a skipped step up again. */
	public void takeUp(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (step.state() != StepState.SKIPPED) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' is not skipped.");
		}
		this.ledger.save(step, step.to(StepState.READY).planGone().message(null),
				this.ledger.entry(actor, Kind.NOTE, step, "Takes up " + step.shortTitle() + " after all"));
		this.advance.reach(ref.run());
	}

	/** A person did a manual step. */
	public void done(StepRef ref, String note) {
		finish(ref, StepKind.MANUAL, note, Kind.DONE, "Done: ");
	}

	/** A person chose a cause. */
	public void choose(StepRef ref, String cause) {
		this.permits.operate(ref);
		if (this.ledger.require(ref).frozen().choices().stream().noneMatch((choice) -> choice.cause().equals(cause))) {
			throw new Problem(Category.NOT_FOUND, "'" + cause + "' is not one of the causes.");
		}
		finish(ref, StepKind.DECISION, cause, Kind.CAUSE, "Cause chosen: ");
	}

	/** Asks a step under way to stop at its next opportunity. */
	public void cancel(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.require(ref);
		this.ledger.requestCancel(ref);
		this.ledger.note(actor, step, "Asked " + step.shortTitle() + " to stop");
	}

	private void finish(StepRef ref, StepKind kind, String note, Kind entry, String verb) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (step.frozen().kind() != kind || step.state() != StepState.READY) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' does not wait for this.");
		}
		String text = this.redaction.typed(note);
		String said = (kind == StepKind.DECISION) ? text
				: step.shortTitle() + (text.isEmpty() ? "" : " (" + text + ")");
		StepRun done = this.ledger.save(step, step.to(StepState.DONE).note(text).ended(this.ledger.now()),
				this.ledger.entry(actor, entry, step, verb + said));
		this.trail.record(actor, (kind == StepKind.DECISION) ? "cause.chosen" : "step.done", done, "SUCCEEDED",
				text.isEmpty() ? null : text, Map.of());
		if (kind == StepKind.DECISION) {
			this.causes.bring(done, note, actor);
		}
		this.advance.reach(ref.run());
	}

}
