package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.Settlement;
import io.watchfloor.catalog.TargetId;
import org.jspecify.annotations.Nullable;

/**
 * One step of a walk.
 *
 * @param ref its name
 * @param ordinal its place, ascending
 * @param frozen the step as the runbook had it
 * @param state where it stands
 * @param version counts the writes; a write from another version is refused
 * @param token the fence of whoever works on it; 0 for nobody
 * @param attempt how often it was confirmed or read
 * @param target what it touches, once known
 * @param planned the plan, once previewed
 * @param confirmation who accepted the plan
 * @param outcome how the last attempt ended
 * @param message what is to be said about its state
 * @param judgement whether what was read is what it should be; null before a reading
 * @param difference why it was refused as stale
 * @param watch the watch over its done-when
 * @param settlement what the probe found, where the outcome is unknown
 * @param note what a person wrote: a skip's reason, a cause, a manual step's note
 * @param startedAt when the last attempt began
 * @param endedAt when it was settled
 */
public record StepRun(StepRef ref, int ordinal, FrozenStep frozen, StepState state, long version, long token,
		int attempt, @Nullable TargetId target, @Nullable Planned planned, @Nullable Confirmation confirmation,
		@Nullable StepOutcome outcome, @Nullable String message, @Nullable Judgement judgement,
		@Nullable PlanDifference difference, @Nullable Watch watch, @Nullable Settlement settlement,
		@Nullable String note, @Nullable Instant startedAt, @Nullable Instant endedAt) {

	/** A step that nobody touched yet. */
	static StepRun fresh(StepRef ref, int ordinal, FrozenStep frozen, @Nullable TargetId target) {
		return new StepRun(ref, ordinal, frozen, StepState.READY, 0, 0, 0, target, null, null, null, null, null, null,
				null, null, null, null, null);
	}

	/** Its key. */
	public String key() {
		return this.ref.key();
	}

	/** Its title. */
	public String title() {
		return this.frozen.title();
	}

	/** Its title's first sentence, for lists and the timeline. */
	public String shortTitle() {
		String title = title().strip();
		int end = title.indexOf(". ");
		String first = (end > 0) ? title.substring(0, end) : title;
		return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
	}

	/** The target, which must be known by now. */
	TargetId requiredTarget() {
		return Required.of(this.target, "step " + this.ref + " has no target");
	}

	/** The plan, which must exist by now. */
	Planned requiredPlan() {
		return Required.of(this.planned, "step " + this.ref + " has no plan");
	}

	/** The confirmation, which must exist by now. */
	Confirmation requiredConfirmation() {
		return Required.of(this.confirmation, "step " + this.ref + " was never confirmed");
	}

	/** The watch, which must exist by now. */
	Watch requiredWatch() {
		return Required.of(this.watch, "step " + this.ref + " is not being watched");
	}

	/** A copy that carries a fencing token. */
	public StepRun claimedWith(long newToken) {
		return new StepRun(this.ref, this.ordinal, this.frozen, this.state, this.version, newToken, this.attempt,
				this.target, this.planned, this.confirmation, this.outcome, this.message, this.judgement,
				this.difference, this.watch, this.settlement, this.note, this.startedAt, this.endedAt);
	}

	/** Begins a changed copy. */
	StepChange to(StepState next) {
		return new StepChange(this, next);
	}

}
