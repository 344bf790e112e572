package io.watchfloor.run.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.db.schema.run.tables.records.RunRecord;
import io.watchfloor.db.schema.run.tables.records.StepRunRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunState;
import io.watchfloor.run.RunStore;
import io.watchfloor.run.RunSummary;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.TimelineEntry;
import io.watchfloor.runbook.RunbookId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.CLAIM;
import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Runs and their steps as rows. */
@Repository
class JooqRunStore implements RunStore {

	private static final String[] IN_FLIGHT = { StepState.READING.name(), StepState.INTENDED.name(),
			StepState.EXECUTING.name() };

	private final DSLContext dsl;

	JooqRunStore(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void add(Run run, TimelineEntry entry) {
		this.dsl.transaction((work) -> {
			work.dsl()
				.insertInto(RUN_)
				.set(RUN_.ID, run.id().value())
				.set(RUN_.RUNBOOK_SYSTEM, run.runbook().system().value())
				.set(RUN_.RUNBOOK_FILE, run.runbook().file())
				.set(RUN_.RUNBOOK_VERSION, run.version())
				.set(RUN_.PROCEDURE_SLUG, run.procedure())
				.set(RUN_.PROCEDURE_TITLE, run.title())
				.set(RUN_.ENVIRONMENT, run.environment())
				.set(RUN_.PRODUCTION, run.production())
				.set(RUN_.STARTED_BY, run.startedBy().id())
				.set(RUN_.STARTED_BY_NAME, run.startedBy().name())
				.set(RUN_.STARTED_AT, run.startedAt())
				.set(RUN_.STATE, run.state().name())
				.execute();
			work.dsl().batchInsert(run.steps().stream().map(JooqStepRows::row).toList()).execute();
			JooqTimeline.add(work.dsl(), run.id(), entry);
		});
	}

	@Override
	public void add(StepRun step, TimelineEntry entry) {
		this.dsl.transaction((work) -> {
			work.dsl().insertInto(STEP_RUN).set(JooqStepRows.row(step)).execute();
			JooqTimeline.add(work.dsl(), step.ref().run(), entry);
		});
	}

	@Override
	public Optional<Run> find(RunId id) {
		return this.dsl.selectFrom(RUN_).where(RUN_.ID.eq(id.value())).fetchOptional((row) -> run(row, steps(id)));
	}

	private List<StepRun> steps(RunId id) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.RUN.eq(id.value()))
			.orderBy(STEP_RUN.ORDINAL, STEP_RUN.KEY)
			.fetch(JooqStepRows::step);
	}

	@Override
	public Optional<StepRun> step(StepRef ref) {
		return this.dsl.selectFrom(STEP_RUN).where(is(ref)).fetchOptional(JooqStepRows::step);
	}

	@Override
	public List<RunSummary> newest(int offset, int limit) {
		return summaries(DSL.noCondition(), offset, limit);
	}

	@Override
	public List<RunSummary> underWay(String typed, int limit) {
		return summaries(RUN_.STATE.eq(RunState.UNDER_WAY.name())
			.and(RUN_.PROCEDURE_TITLE.containsIgnoreCase(typed).or(RUN_.RUNBOOK_SYSTEM.containsIgnoreCase(typed))), 0,
				limit);
	}

	private List<RunSummary> summaries(Condition condition, int offset, int limit) {
		var settled = countOfSteps(StepState.DONE, StepState.SKIPPED).as("settled");
		var all = countOfSteps(StepState.values()).as("all_steps");
		var unknown = countOfSteps(StepState.UNKNOWN).as("unknown");
		return this.dsl.select(RUN_.fields())
			.select(settled, all, unknown)
			.from(RUN_)
			.where(condition)
			.orderBy(RUN_.STARTED_AT.desc(), RUN_.ID.desc())
			.limit(offset, limit)
			.fetch((row) -> summary(row.into(RUN_), row, settled, all, unknown));
	}

	private static Field<Integer> countOfSteps(StepState... states) {
		return DSL.field(DSL.selectCount()
			.from(STEP_RUN)
			.where(STEP_RUN.RUN.eq(RUN_.ID))
			.and(STEP_RUN.STATE.in(Arrays.stream(states).map(Enum::name).toList())));
	}

	@Override
	public int count() {
		return this.dsl.fetchCount(RUN_);
	}

	@Override
	public int count(RunState state) {
		return this.dsl.fetchCount(RUN_, RUN_.STATE.eq(state.name()));
	}

	@Override
	public boolean end(RunId id, RunState state, Instant at, TimelineEntry entry) {
		return this.dsl.transactionResult((work) -> {
			int changed = work.dsl()
				.update(RUN_)
				.set(RUN_.STATE, state.name())
				.set(RUN_.ENDED_AT, at)
				.where(RUN_.ID.eq(id.value()))
				.and(RUN_.STATE.eq(RunState.UNDER_WAY.name()))
				.execute();
			if (changed == 1) {
				JooqTimeline.add(work.dsl(), id, entry);
			}
			return changed == 1;
		});
	}

	@Override
	public Optional<StepRun> save(StepRun before, StepRun after, TimelineEntry... entries) {
		return this.dsl.transactionResult((work) -> write(work.dsl(), before, after, entries));
	}

	@Override
	public Optional<StepRun> claim(StepRun before, StepRun after, String node, Instant now, TimelineEntry... entries) {
		return this.dsl.transactionResult((work) -> {
			if (!underWay(work.dsl(), before.ref().run())) {
				return Optional.empty();
			}
			long token = work.dsl()
				.insertInto(CLAIM)
				.set(CLAIM.RUN, before.ref().run().value())
				.set(CLAIM.STEP_KEY, before.key())
				.set(CLAIM.NODE, node)
				.set(CLAIM.HEARTBEAT_AT, now)
				.returningResult(CLAIM.TOKEN)
				.fetchSingle()
				.value1();
			Optional<StepRun> claimed = write(work.dsl(), before, after.claimedWith(token), entries);
			if (claimed.isEmpty()) {
				work.dsl().deleteFrom(CLAIM).where(CLAIM.TOKEN.eq(token)).execute();
			}
			return claimed;
		});
	}

	// Holds the run's end back until the claim is there: whoever ends it then sees the
	// step in flight
	private static boolean underWay(DSLContext dsl, RunId run) {
		return dsl.selectOne()
			.from(RUN_)
			.where(RUN_.ID.eq(run.value()))
			.and(RUN_.STATE.eq(RunState.UNDER_WAY.name()))
			.forShare()
			.fetchOptional()
			.isPresent();
	}

	private static Optional<StepRun> write(DSLContext dsl, StepRun before, StepRun after, TimelineEntry... entries) {
		var row = JooqStepRows.write(after, new StepRunRecord());
		row.setVersion(before.version() + 1);
		if (before.attempt() != after.attempt()) {
			row.setCancelRequested(false);
			row.setProgressDone(null);
		}
		Optional<StepRun> written = dsl.update(STEP_RUN)
			.set(row)
			.where(is(before.ref()))
			.and(STEP_RUN.STATE.eq(before.state().name()))
			.and(STEP_RUN.VERSION.eq(before.version()))
			.and(DSL.coalesce(STEP_RUN.TOKEN, 0L).eq(before.token()))
			.returning()
			.fetchOptional(JooqStepRows::step);
		if (written.isPresent()) {
			for (TimelineEntry entry : entries) {
				JooqTimeline.add(dsl, before.ref().run(), entry);
			}
		}
		return written;
	}

	@Override
	public boolean holds(StepRef ref, long token) {
		return this.dsl.fetchExists(STEP_RUN, is(ref).and(STEP_RUN.TOKEN.eq(token)));
	}

	@Override
	public void release(long token) {
		this.dsl.deleteFrom(CLAIM).where(CLAIM.TOKEN.eq(token)).execute();
	}

	@Override
	public void beat(Collection<Long> tokens, Instant now) {
		this.dsl.update(CLAIM).set(CLAIM.HEARTBEAT_AT, now).where(CLAIM.TOKEN.in(tokens)).execute();
	}

	@Override
	public List<StepRun> abandoned(Instant since) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.in(IN_FLIGHT))
			.andNotExists(
					DSL.selectOne().from(CLAIM).where(CLAIM.TOKEN.eq(STEP_RUN.TOKEN)).and(CLAIM.HEARTBEAT_AT.gt(since)))
			.fetch(JooqStepRows::step);
	}

	@Override
	public List<StepRun> toLookAt(Instant now) {
		return this.dsl.selectFrom(STEP_RUN)
			.where(STEP_RUN.STATE.eq(StepState.VERIFYING.name()))
			.and(STEP_RUN.LOOK_AT.le(now))
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

	@Override
	public void requestCancel(StepRef ref) {
		this.dsl.update(STEP_RUN).set(STEP_RUN.CANCEL_REQUESTED, true).where(is(ref)).execute();
	}

	@Override
	public boolean cancelRequested(StepRef ref) {
		return this.dsl.fetchExists(STEP_RUN, is(ref).and(STEP_RUN.CANCEL_REQUESTED));
	}

	static Condition is(StepRef ref) {
		return STEP_RUN.RUN.eq(ref.run().value()).and(STEP_RUN.KEY.eq(ref.key()));
	}

	private static Run run(RunRecord row, List<StepRun> steps) {
		return new Run(new RunId(row.getId()), runbook(row), row.getRunbookVersion(), row.getProcedureSlug(),
				row.getProcedureTitle(), row.getEnvironment(), row.getProduction(), starter(row), row.getStartedAt(),
				RunState.valueOf(row.getState()), row.getEndedAt(), steps);
	}

	private static RunSummary summary(RunRecord row, Record counts, Field<Integer> settled, Field<Integer> all,
			Field<Integer> unknown) {
		return new RunSummary(new RunId(row.getId()), runbook(row), row.getProcedureTitle(), row.getEnvironment(),
				row.getProduction(), starter(row), row.getStartedAt(), RunState.valueOf(row.getState()),
				row.getEndedAt(), counts.get(settled), counts.get(all), counts.get(unknown));
	}

	private static RunbookId runbook(RunRecord row) {
		return new RunbookId(new SystemId(row.getRunbookSystem()), row.getRunbookFile());
	}

	private static Actor starter(RunRecord row) {
		return new Actor(row.getStartedBy(), row.getStartedByName());
	}

}
