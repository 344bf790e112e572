package io.watchfloor.run.persistence;

import io.watchfloor.db.schema.run.tables.records.RunRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Conduct;
import io.watchfloor.run.ConductStore;
import io.watchfloor.run.Handover;
import io.watchfloor.run.Pause;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunState;
import io.watchfloor.run.TimelineEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.RUN_;

/** Who leads a run, as columns of its row. */
@Repository
class JooqConductStore implements ConductStore {

	private final DSLContext dsl;

	JooqConductStore(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public boolean offer(RunId run, Handover handover, TimelineEntry entry) {
		RunRecord row = new RunRecord();
		Actor to = handover.to();
		row.setHandover(true);
		row.setHandoverTo((to != null) ? to.id() : null);
		row.setHandoverToName((to != null) ? to.name() : null);
		row.setHandoverBy(handover.by().id());
		row.setHandoverByName(handover.by().name());
		row.setHandoverAt(handover.at());
		return write(run, row, RUN_.LEAD.eq(handover.by().id()), entry);
	}

	@Override
	public boolean withdraw(RunId run, TimelineEntry entry) {
		RunRecord row = new RunRecord();
		row.setHandover(false);
		return write(run, row, RUN_.HANDOVER.isTrue(), entry);
	}

	@Override
	public boolean lead(RunId run, Actor before, Actor after, TimelineEntry entry) {
		RunRecord row = new RunRecord();
		row.setHandover(false);
		row.setLead(after.id());
		row.setLeadName(after.name());
		return write(run, row, RUN_.LEAD.eq(before.id()), entry);
	}

	@Override
	public boolean pause(RunId run, Pause pause, TimelineEntry entry) {
		RunRecord row = new RunRecord();
		row.setPausedAt(pause.at());
		row.setPausedBy(pause.by().id());
		row.setPausedByName(pause.by().name());
		row.setPauseReason(pause.reason());
		return write(run, row, RUN_.PAUSED_AT.isNull(), entry);
	}

	@Override
	public boolean resume(RunId run, TimelineEntry entry) {
		RunRecord row = new RunRecord();
		row.setPausedAt(null);
		return write(run, row, RUN_.PAUSED_AT.isNotNull(), entry);
	}

	private boolean write(RunId run, RunRecord row, Condition onlyIf, TimelineEntry entry) {
		return this.dsl.transactionResult((work) -> {
			int changed = work.dsl()
				.update(RUN_)
				.set(row)
				.where(RUN_.ID.eq(run.value()))
				.and(RUN_.STATE.eq(RunState.UNDER_WAY.name()))
				.and(onlyIf)
				.execute();
			if (changed == 1) {
				JooqTimeline.add(work.dsl(), run, entry);
			}
			return changed == 1;
		});
	}

	static Conduct conduct(RunRecord row) {
		return new Conduct(new Actor(row.getLead(), row.getLeadName()), handover(row), pause(row));
	}

	private static @Nullable Handover handover(RunRecord row) {
		if (!row.getHandover()) {
			return null;
		}
		Actor to = (row.getHandoverTo() != null) ? new Actor(row.getHandoverTo(), row.getHandoverToName()) : null;
		return new Handover(to, new Actor(row.getHandoverBy(), row.getHandoverByName()), row.getHandoverAt());
	}

	private static @Nullable Pause pause(RunRecord row) {
		return (row.getPausedAt() == null) ? null : new Pause(new Actor(row.getPausedBy(), row.getPausedByName()),
				row.getPausedAt(), row.getPauseReason());
	}

	/** A run nobody stopped for now. */
	static Condition goesOn() {
		return RUN_.STATE.eq(RunState.UNDER_WAY.name()).and(RUN_.PAUSED_AT.isNull());
	}

}
