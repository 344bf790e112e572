package io.watchfloor.run.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.watchfloor.run.DueSteps;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.CLAIM;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Steps to look after, by their state and the age of their claims. */
@Repository
class JooqDueSteps implements DueSteps {

	private static final List<String> IN_FLIGHT = Arrays.stream(StepState.values())
		.filter(StepState::inFlight)
		.map(Enum::name)
		.toList();

	/** Further ahead than anything that was written with a clock that was right. */
	private static final Duration FAR = Duration.ofMinutes(2);

	private final DSLContext dsl;

	JooqDueSteps(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void beat(Collection<Long> tokens) {
		this.dsl.update(CLAIM).set(CLAIM.HEARTBEAT_AT, StoreClock.NOW).where(CLAIM.TOKEN.in(tokens)).execute();
	}

	@Override
	public List<StepRun> abandoned(Duration silence) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.in(IN_FLIGHT))
			.andNotExists(DSL.selectOne()
				.from(CLAIM)
				.where(CLAIM.TOKEN.eq(STEP_RUN.TOKEN))
				.and(CLAIM.HEARTBEAT_AT.gt(StoreClock.before(silence)))
				// A dead node's last sign of life may lie ahead of a clock that was set
				// back
				.and(CLAIM.HEARTBEAT_AT.le(StoreClock.NOW)))
			.fetch(JooqStepRows::step);
	}

	@Override
	public List<StepRun> toLookAt(Instant now) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.eq(StepState.VERIFYING.name()))
			// Nobody leases for so long: the clock was set back since
			.and(STEP_RUN.LOOK_AT.le(now).or(STEP_RUN.LOOK_AT.gt(now.plus(FAR))))
			.fetch(JooqStepRows::step);
	}

	@Override
	public List<StepRun> unprobed() {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.eq(StepState.UNKNOWN.name()))
			.and(STEP_RUN.FINDING.isNull())
			.fetch(JooqStepRows::step);
	}

	@Override
	public List<StepRun> unapproved(Instant confirmedBefore) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.eq(StepState.AWAITING_APPROVAL.name()))
			.and(STEP_RUN.CONFIRMED_AT.lt(confirmedBefore))
			.fetch(JooqStepRows::step);
	}

}
