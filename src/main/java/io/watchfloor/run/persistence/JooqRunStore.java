package io.watchfloor.run.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.db.schema.run.tables.records.RunRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunFilter;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunState;
import io.watchfloor.run.RunStore;
import io.watchfloor.run.RunSummary;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.TimelineEntry;
import io.watchfloor.security.Scope;
import io.watchfloor.runbook.RunbookId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Runs as rows. */
@Repository
class JooqRunStore implements RunStore {

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
				.set(RUN_.DRILL, run.drill())
				.set(RUN_.LEAD, run.conduct().lead().id())
				.set(RUN_.LEAD_NAME, run.conduct().lead().name())
				.execute();
			work.dsl().batchInsert(run.steps().stream().map(JooqStepRows::row).toList()).execute();
			JooqTimeline.add(work.dsl(), run.id(), entry);
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
	public List<RunSummary> newest(int offset, int limit) {
		return summaries(DSL.noCondition(), offset, limit);
	}

	@Override
	public List<RunSummary> matching(RunFilter filter, int offset, int limit) {
		return summaries(JooqRunFilter.condition(filter), offset, limit);
	}

	@Override
	public int count(RunFilter filter) {
		return this.dsl.fetchCount(RUN_, JooqRunFilter.condition(filter));
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
	public Optional<Scope> place(RunId id) {
		return this.dsl.select(RUN_.RUNBOOK_SYSTEM, RUN_.ENVIRONMENT)
			.from(RUN_)
			.where(RUN_.ID.eq(id.value()))
			.fetchOptional((row) -> new Scope(row.value1(), row.value2(), Risk.READ));
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
	public boolean drill(RunId id) {
		// What is not known may not send anything either
		return !this.dsl.fetchExists(RUN_, RUN_.ID.eq(id.value()).and(DSL.not(RUN_.DRILL)));
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

	private static Run run(RunRecord row, List<StepRun> steps) {
		return new Run(new RunId(row.getId()), runbook(row), row.getRunbookVersion(), row.getProcedureSlug(),
				row.getProcedureTitle(), row.getEnvironment(), row.getProduction(), starter(row), row.getStartedAt(),
				RunState.valueOf(row.getState()), row.getEndedAt(), JooqConductStore.conduct(row), row.getDrill(),
				steps);
	}

	private static RunSummary summary(RunRecord row, Record counts, Field<Integer> settled, Field<Integer> all,
			Field<Integer> unknown) {
		return new RunSummary(new RunId(row.getId()), runbook(row), row.getProcedureTitle(), row.getEnvironment(),
				row.getProduction(), starter(row), row.getStartedAt(), RunState.valueOf(row.getState()),
				row.getEndedAt(), counts.get(settled), counts.get(all), counts.get(unknown), row.getDrill());
	}

	private static RunbookId runbook(RunRecord row) {
		return new RunbookId(new SystemId(row.getRunbookSystem()), row.getRunbookFile());
	}

	private static Actor starter(RunRecord row) {
		return new Actor(row.getStartedBy(), row.getStartedByName());
	}

}
