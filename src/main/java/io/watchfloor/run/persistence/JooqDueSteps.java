package io.watchfloor.run.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import io.watchfloor.run.DueSteps;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.CLAIM;
import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Steps to look after, by their state and the age of their claims. */
@Repository
class JooqDueSteps implements DueSteps {

	private static final List<String> IN_FLIGHT = names(StepState::inFlight);

	private static final List<String> SETTLED = names(StepState::settled);

	/** Further ahead than anything that was written with a clock that was right. */
	private static final Duration FAR = Duration.ofMinutes(2);

	private final DSLContext dsl;

	JooqDueSteps(DSLContext dsl) {
		this.dsl = dsl;
	}

	private static List<String> names(Predicate<StepState> which) {
		return Arrays.stream(StepState.values()).filter(which).map(Enum::name).toList();
	}

	@Override
	public void beat(Collection<Long> tokens) {
		this.dsl.update(CLAIM).set(CLAIM.HEARTBEAT_AT, StoreClock.NOW).where(CLAIM.TOKEN.in(tokens)).execute();
	}

	@Override
	public List<StepRun> abandoned(Duration silence) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.in(IN_FLIGHT))
			.andNotExists(DSL.selectOne().from(CLAIM).where(CLAIM.TOKEN.eq(STEP_RUN.TOKEN)).and(alive(silence)))
			.fetch(JooqStepRows::step);
	}

	static Condition alive(Duration silence) {
		return CLAIM.HEARTBEAT_AT.gt(StoreClock.before(silence))
			// A dead node's last sign of life may lie ahead of a clock that was set back
			.and(CLAIM.HEARTBEAT_AT.le(StoreClock.NOW));
	}

	@Override
	public void stillLooking(Collection<StepRun> leased, Instant until) {
		for (StepRun step : leased) {
			this.dsl.update(STEP_RUN)
				.set(STEP_RUN.LOOK_AT, until)
				.where(JooqStepStore.is(step.ref()))
				.and(STEP_RUN.VERSION.eq(step.version()))
				.execute();
		}
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
	public List<RunId> unreached(Duration silence) {
		var other = STEP_RUN.as("other");
		return this.dsl.select(STEP_RUN.RUN)
			.from(STEP_RUN)
			.join(RUN_)
			.on(RUN_.ID.eq(STEP_RUN.RUN).and(RUN_.STATE.eq(RunState.UNDER_WAY.name())))
			.where(STEP_RUN.STATE.eq(StepState.READY.name()))
			.and(STEP_RUN.ATTEMPT.eq(0))
			.and(STEP_RUN.MESSAGE.isNull())
			.and(STEP_RUN.TARGET.isNotNull())
			.andNotExists(DSL.selectOne()
				.from(other)
				.where(other.RUN.eq(STEP_RUN.RUN))
				.and(other.CHANGED_AT.gt(StoreClock.before(silence))
					.or(other.ORDINAL.lt(STEP_RUN.ORDINAL).and(other.STATE.notIn(SETTLED)))))
			.fetch((row) -> new RunId(row.value1()));
	}

	@Override
	public List<StepRun> unprobed() {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.eq(StepState.UNKNOWN.name()))
			.and(STEP_RUN.FINDING.isNull())
			.fetch(JooqStepRows::step);
	}

}
