package io.watchfloor.run.persistence;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.watchfloor.catalog.TargetId;
import io.watchfloor.db.schema.run.tables.records.ApprovalRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalId;
import io.watchfloor.run.ApprovalState;
import io.watchfloor.run.Confirmation;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import org.jspecify.annotations.Nullable;

/** Turns a request for approval into a row and back. */
final class JooqApprovalRows {

	private JooqApprovalRows() {
	}

	/** A new request for a step that waits; its times are the store's to set. */
	static ApprovalRecord asked(StepRun waiting) {
		Confirmation asked = Objects.requireNonNull(waiting.confirmation(), "nobody asked");
		TargetId target = Objects.requireNonNull(waiting.target(), "nothing is touched");
		ApprovalRecord row = new ApprovalRecord();
		row.setId(UUID.randomUUID());
		row.setRun(waiting.ref().run().value());
		row.setStepKey(waiting.key());
		row.setStepVersion(waiting.version());
		row.setAttempt(waiting.attempt());
		row.setFingerprint(Objects.requireNonNull(waiting.planned(), "no plan").fingerprint());
		row.setSystem(target.system().value());
		row.setEnvironment(target.environment());
		row.setTarget(target.name());
		row.setRisk(waiting.frozen().risk().name());
		row.setTitle(waiting.shortTitle());
		row.setAskedBy(asked.by().id());
		row.setAskedByName(asked.by().name());
		row.setReason(asked.reason());
		row.setState(ApprovalState.WAITING.name());
		return row;
	}

	static Approval approval(ApprovalRecord row) {
		TargetId target = TargetId.parse(row.getSystem() + "/" + row.getEnvironment() + "/" + row.getTarget());
		return new Approval(new ApprovalId(row.getId()), new StepRef(new RunId(row.getRun()), row.getStepKey()),
				row.getStepVersion(), row.getAttempt(), row.getFingerprint(), target, Risk.valueOf(row.getRisk()),
				row.getTitle(), new Actor(row.getAskedBy(), row.getAskedByName()), row.getAskedAt(), row.getReason(),
				row.getExpiresAt(), row.getAloneFrom(), ApprovalState.valueOf(row.getState()),
				remark(row.getDecidedBy(), row.getDecidedByName(), row.getDecidedAt(), row.getDecidedWhy()),
				remark(row.getReviewedBy(), row.getReviewedByName(), row.getReviewedAt(), row.getReview()));
	}

	private static Approval.@Nullable Remark remark(@Nullable String by, String name, Instant at,
			@Nullable String words) {
		return (by != null) ? new Approval.Remark(new Actor(by, name), at, Objects.requireNonNullElse(words, ""))
				: null;
	}

}
