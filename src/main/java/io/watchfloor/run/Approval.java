package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A request that a second person approve exactly one plan.
 *
 * @param id its name
 * @param step the step that waits
 * @param stepVersion the step's version while it waits; any change of the step voids it
 * @param attempt how often the step had been begun before
 * @param fingerprint of the plan
 * @param target what the plan touches
 * @param risk at worst
 * @param title the step's, short
 * @param askedBy who asked
 * @param askedAt when, by the store's clock
 * @param reason why, in their words
 * @param expiresAt until when it can be answered, by the store's clock
 * @param aloneFrom from when on they may go on alone; null for never
 * @param state where it stands
 * @param decision who ended it; null while it waits
 * @param review who looked at it afterwards, where it was gone on with alone
 */
public record Approval(ApprovalId id, StepRef step, long stepVersion, int attempt, String fingerprint, TargetId target,
		Risk risk, String title, Actor askedBy, Instant askedAt, String reason, Instant expiresAt,
		@Nullable Instant aloneFrom, ApprovalState state, @Nullable Remark decision, @Nullable Remark review) {

	/** What it takes permission for. */
	public Scope scope() {
		return new Scope(this.target.system().value(), this.target.environment(), this.risk);
	}

	/** Whether a person asked for it. */
	public boolean by(Actor person) {
		return this.askedBy.id().equals(person.id());
	}

	/** Whether it is for exactly this step as it stands. */
	boolean fits(StepRun now) {
		Planned planned = now.planned();
		return now.state() == StepState.AWAITING_APPROVAL && now.version() == this.stepVersion
				&& now.attempt() == this.attempt && planned != null && planned.fingerprint().equals(this.fingerprint)
				&& this.target.equals(now.target());
	}

	/**
	 * Who said what about it, and when.
	 *
	 * @param by who
	 * @param at when, by the store's clock
	 * @param words theirs; may be empty
	 */
	public record Remark(Actor by, Instant at, String words) {
	}

}
