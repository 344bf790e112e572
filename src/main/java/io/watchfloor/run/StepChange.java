package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.Settlement;
import io.watchfloor.catalog.TargetId;
import org.jspecify.annotations.Nullable;

/** A step on its way to its next state; what is not set stays as it was. */
final class StepChange {

	private final StepRun before;

	private final StepState state;

	private long token;

	private int attempt;

	private @Nullable TargetId target;

	private @Nullable Planned planned;

	private @Nullable Confirmation confirmation;

	private @Nullable StepOutcome outcome;

	private @Nullable String message;

	private @Nullable Judgement judgement;

	private @Nullable PlanDifference difference;

	private @Nullable Watch watch;

	private @Nullable Settlement settlement;

	private @Nullable String note;

	private @Nullable Instant startedAt;

	private @Nullable Instant endedAt;

	private FrozenStep frozen;

	StepChange(StepRun before, StepState state) {
		if (!before.state().next().contains(state)) {
			throw new IllegalStateException(
					"step " + before.ref() + " cannot go from " + before.state() + " to " + state);
		}
		this.before = before;
		this.state = state;
		this.token = before.token();
		this.attempt = before.attempt();
		this.target = before.target();
		this.planned = before.planned();
		this.confirmation = before.confirmation();
		this.outcome = before.outcome();
		this.message = before.message();
		this.judgement = before.judgement();
		this.difference = before.difference();
		this.watch = before.watch();
		this.settlement = before.settlement();
		this.note = before.note();
		this.startedAt = before.startedAt();
		this.endedAt = before.endedAt();
		this.frozen = before.frozen();
	}

	/** With values in its open places. */
	StepChange frozen(FrozenStep value) {
		this.frozen = value;
		return this;
	}

	StepChange token(long value) {
		this.token = value;
		return this;
	}

	StepChange nextAttempt(Instant now) {
		this.attempt++;
		this.startedAt = now;
		this.endedAt = null;
		this.outcome = null;
		this.message = null;
		this.judgement = null;
		this.difference = null;
		this.watch = null;
		this.settlement = null;
		this.note = null;
		return this;
	}

	StepChange target(TargetId value) {
		this.target = value;
		this.planned = null;
		return this;
	}

	/** Forgets the plan and its confirmation; a person must look again. */
	StepChange planGone() {
		this.planned = null;
		this.confirmation = null;
		return this;
	}

	StepChange planned(Planned value) {
		this.planned = value;
		this.confirmation = null;
		this.difference = null;
		return this;
	}

	StepChange confirmed(@Nullable Confirmation value) {
		this.confirmation = value;
		return this;
	}

	StepChange outcome(StepOutcome value) {
		this.outcome = value;
		return this;
	}

	StepChange message(@Nullable String value) {
		this.message = value;
		return this;
	}

	StepChange judgement(Judgement value) {
		this.judgement = value;
		return this;
	}

	StepChange difference(PlanDifference value) {
		this.difference = value;
		return this;
	}

	StepChange watch(Watch value) {
		this.watch = value;
		return this;
	}

	StepChange settlement(@Nullable Settlement value) {
		this.settlement = value;
		return this;
	}

	StepChange note(String value) {
		this.note = value;
		return this;
	}

	StepChange ended(Instant now) {
		this.endedAt = now;
		return this;
	}

	StepRun done() {
		return new StepRun(this.before.ref(), this.before.ordinal(), this.frozen, this.state, this.before.version(),
				this.token, this.attempt, this.target, this.planned, this.confirmation, this.outcome, this.message,
				this.judgement, this.difference, this.watch, this.settlement, this.note, this.startedAt, this.endedAt);
	}

}
