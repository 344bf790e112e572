package io.watchfloor.run.persistence;

import java.time.Instant;
import java.util.Objects;

import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.db.schema.run.tables.records.StepRunRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Confirmation;
import io.watchfloor.run.FrozenStep;
import io.watchfloor.run.PlanDifference;
import io.watchfloor.run.Planned;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepOutcome;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.Watch;
import org.jspecify.annotations.Nullable;

/** Turns a step into a row and back. */
final class JooqStepRows {

	private JooqStepRows() {
	}

	static StepRun step(StepRunRecord row) {
		TargetId target = (row.getTarget() != null) ? TargetId.parse(row.getTarget()) : null;
		long token = (row.getToken() != null) ? row.getToken() : 0;
		return new StepRun(new StepRef(new RunId(row.getRun()), row.getKey()), row.getOrdinal(),
				Documents.read(row.getFrozen(), FrozenStep.class), StepState.valueOf(row.getState()), row.getVersion(),
				token, row.getAttempt(), target, planned(row), confirmation(row), outcome(row), row.getMessage(),
				judgement(row), Documents.readOrNull(row.getDifference(), PlanDifference.class), watch(row),
				settlement(row), row.getNote(), row.getStartedAt(), row.getEndedAt());
	}

	static StepRunRecord row(StepRun step) {
		StepRunRecord row = new StepRunRecord();
		row.setRun(step.ref().run().value());
		row.setKey(step.key());
		row.setOrdinal(step.ordinal());
		return write(step, row);
	}

	/** Writes what changes in a step's life. */
	static StepRunRecord write(StepRun step, StepRunRecord row) {
		row.setFrozen(Documents.write(step.frozen()));
		row.setState(step.state().name());
		row.setToken(step.token());
		row.setAttempt(step.attempt());
		row.setTarget((step.target() != null) ? step.target().toString() : null);
		row.setMessage(step.message());
		row.setJudgement((step.judgement() != null) ? step.judgement().name() : null);
		row.setDifference(Documents.write(step.difference()));
		row.setNote(step.note());
		row.setStartedAt(step.startedAt());
		row.setEndedAt(step.endedAt());
		write(step.planned(), row);
		write(step.confirmation(), row);
		write(step.outcome(), row);
		write(step.watch(), row);
		write(step.settlement(), row);
		return row;
	}

	private static void write(@Nullable Planned planned, StepRunRecord row) {
		row.setPlan((planned != null) ? Documents.write(planned.plan()) : null);
		row.setFingerprint((planned != null) ? planned.fingerprint() : null);
		row.setPlannedAt((planned != null) ? planned.at() : null);
	}

	private static void write(@Nullable Confirmation confirmation, StepRunRecord row) {
		row.setConfirmedBy((confirmation != null) ? confirmation.by().id() : null);
		row.setConfirmedByName((confirmation != null) ? confirmation.by().name() : null);
		row.setConfirmedAt((confirmation != null) ? confirmation.at() : null);
		row.setReason((confirmation != null) ? confirmation.reason() : null);
		Actor second = (confirmation != null) ? confirmation.approvedBy() : null;
		row.setApprovedBy((second != null) ? second.id() : null);
		row.setApprovedByName((second != null) ? second.name() : null);
	}

	private static void write(@Nullable StepOutcome outcome, StepRunRecord row) {
		row.setOutcome((outcome != null) ? outcome.kind().name() : null);
		row.setFacts((outcome != null) ? Documents.write(outcome.facts()) : null);
	}

	private static void write(@Nullable Watch watch, StepRunRecord row) {
		Verification.State state = (watch != null) ? watch.state() : null;
		row.setVerification((state != null) ? state.name() : null);
		row.setObserved((watch != null) ? watch.observed() : null);
		row.setHoldsSince((watch != null) ? watch.holdsSince() : null);
		row.setLookAt((watch != null) ? watch.lookAt() : null);
		row.setDeadline((watch != null) ? watch.deadline() : null);
	}

	private static void write(@Nullable Settlement settlement, StepRunRecord row) {
		row.setFinding((settlement != null) ? settlement.finding().name() : null);
		row.setEvidence((settlement != null) ? settlement.evidence() : null);
	}

	private static @Nullable Planned planned(StepRunRecord row) {
		if (row.getPlan() == null) {
			return null;
		}
		return new Planned(Documents.read(row.getPlan(), Plan.class), row.getFingerprint(), row.getPlannedAt());
	}

	private static @Nullable Confirmation confirmation(StepRunRecord row) {
		if (row.getConfirmedBy() == null) {
			return null;
		}
		Actor second = (row.getApprovedBy() != null) ? new Actor(row.getApprovedBy(), row.getApprovedByName()) : null;
		return new Confirmation(new Actor(row.getConfirmedBy(), row.getConfirmedByName()), row.getConfirmedAt(),
				row.getReason(), second);
	}

	private static @Nullable StepOutcome outcome(StepRunRecord row) {
		if (row.getOutcome() == null) {
			return null;
		}
		return new StepOutcome(StepOutcome.Kind.valueOf(row.getOutcome()), Documents.readMap(row.getFacts()));
	}

	private static @Nullable Judgement judgement(StepRunRecord row) {
		return (row.getJudgement() != null) ? Judgement.valueOf(row.getJudgement()) : null;
	}

	private static @Nullable Watch watch(StepRunRecord row) {
		Instant deadline = row.getDeadline();
		if (deadline == null) {
			return null;
		}
		Verification.State state = (row.getVerification() != null) ? Verification.State.valueOf(row.getVerification())
				: null;
		return new Watch(state, Objects.requireNonNullElse(row.getObserved(), ""), row.getHoldsSince(), row.getLookAt(),
				deadline);
	}

	private static @Nullable Settlement settlement(StepRunRecord row) {
		if (row.getFinding() == null) {
			return null;
		}
		return new Settlement(Settlement.Finding.valueOf(row.getFinding()),
				Objects.requireNonNullElse(row.getEvidence(), ""));
	}

}
