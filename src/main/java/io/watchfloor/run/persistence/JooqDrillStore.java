package io.watchfloor.run.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.watchfloor.db.schema.run.tables.records.DrillRecord;
import io.watchfloor.db.schema.run.tables.records.RunRecord;
import io.watchfloor.db.schema.run.tables.records.StepRunRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunState;
import io.watchfloor.run.RunSummary;
import io.watchfloor.run.drill.Drill;
import io.watchfloor.run.drill.DrillStore;
import io.watchfloor.runbook.RunbookId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.DRILL;
import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Drills as rows, and the last walks of procedures. */
@Repository
class JooqDrillStore implements DrillStore {

	private final DSLContext dsl;

	JooqDrillStore(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void add(Drill drill) {
		this.dsl.insertInto(DRILL)
			.set(DRILL.RUN, drill.run().value())
			.set(DRILL.FAULT, drill.fault())
			.set(DRILL.FAULT_LABEL, drill.faultLabel())
			.set(DRILL.RECOVERY_COMPONENT, drill.component())
			.set(DRILL.RECOVERY_SECONDS, (drill.within() != null) ? drill.within().toSeconds() : null)
			.execute();
	}

	@Override
	public Optional<Drill> find(RunId run) {
		return this.dsl.selectFrom(DRILL).where(DRILL.RUN.eq(run.value())).fetchOptional(JooqDrillStore::drill);
	}

	private static Drill drill(DrillRecord row) {
		Duration within = (row.getRecoverySeconds() != null) ? Duration.ofSeconds(row.getRecoverySeconds()) : null;
		Actor by = (row.getHardBy() != null) ? new Actor(row.getHardBy(), row.getHardByName()) : null;
		return new Drill(new RunId(row.getRun()), row.getFault(), row.getFaultLabel(), row.getFaultClearedAt(),
				row.getRecoveryComponent(), within, row.getHard(), by);
	}

	@Override
	public void faultCleared(RunId run, Instant at) {
		this.dsl.update(DRILL).set(DRILL.FAULT_CLEARED_AT, at).where(DRILL.RUN.eq(run.value())).execute();
	}

	@Override
	public void hard(RunId run, String text, Actor by) {
		this.dsl.update(DRILL)
			.set(DRILL.HARD, text)
			.set(DRILL.HARD_BY, by.id())
			.set(DRILL.HARD_BY_NAME, by.name())
			.where(DRILL.RUN.eq(run.value()))
			.execute();
	}

	@Override
	public Map<String, Ended> lastEnded(RunbookId runbook) {
		List<RunRecord> runs = this.dsl.select(RUN_.fields())
			.distinctOn(RUN_.PROCEDURE_SLUG)
			.from(RUN_)
			.where(RUN_.RUNBOOK_SYSTEM.eq(runbook.system().value()))
			.and(RUN_.RUNBOOK_FILE.eq(runbook.file()))
			.and(RUN_.ENDED_AT.isNotNull())
			.orderBy(RUN_.PROCEDURE_SLUG, RUN_.ENDED_AT.desc())
			.fetch((row) -> row.into(RUN_));
		Map<UUID, List<StepRunRecord>> steps = runs.isEmpty() ? Map.of()
				: this.dsl.select(STEP_RUN.RUN, STEP_RUN.KEY, STEP_RUN.TARGET)
					.from(STEP_RUN)
					.where(STEP_RUN.RUN.in(runs.stream().map(RunRecord::getId).toList()))
					.orderBy(STEP_RUN.ORDINAL, STEP_RUN.KEY)
					.fetchGroups(STEP_RUN.RUN, (row) -> row.into(STEP_RUN));
		Map<String, Ended> last = new HashMap<>();
		runs.forEach((run) -> last.put(run.getProcedureSlug(),
				ended(run, runbook, steps.getOrDefault(run.getId(), List.of()))));
		return last;
	}

	private static Ended ended(RunRecord row, RunbookId runbook, List<StepRunRecord> steps) {
		List<String> keys = steps.stream().map(StepRunRecord::getKey).filter((key) -> !key.contains("-undo-")).toList();
		List<String> targets = steps.stream()
			.map(StepRunRecord::getTarget)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		return new Ended(new RunSummary(new RunId(row.getId()), runbook, row.getProcedureTitle(), row.getEnvironment(),
				row.getProduction(), new Actor(row.getStartedBy(), row.getStartedByName()), row.getStartedAt(),
				RunState.valueOf(row.getState()), row.getEndedAt(), keys.size(), keys.size(), 0, row.getDrill()), keys,
				targets);
	}

}
