package io.watchfloor.run.persistence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.watchfloor.db.schema.run.tables.records.StepRunRecord;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepStore;
import io.watchfloor.run.TimelineEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.CLAIM;
import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** The steps of runs as rows, written by whoever read them last. */
@Repository
class JooqStepStore implements StepStore {

	private final DSLContext dsl;

	JooqStepStore(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void add(StepRun step, TimelineEntry entry) {
		this.dsl.transaction((work) -> {
			work.dsl().insertInto(STEP_RUN).set(JooqStepRows.row(step)).execute();
			JooqTimeline.add(work.dsl(), step.ref().run(), entry);
		});
	}

	@Override
	public void addAll(List<StepRun> steps, TimelineEntry entry) {
		this.dsl.transaction((work) -> {
			work.dsl().batchInsert(steps.stream().map(JooqStepRows::row).toList()).execute();
			JooqTimeline.add(work.dsl(), steps.getFirst().ref().run(), entry);
		});
	}

	@Override
	public List<StepRun> earlier(RunId run) {
		return JooqAttempts.of(this.dsl, run);
	}

	@Override
	public Optional<StepRun> find(StepRef ref) {
		return this.dsl.selectFrom(STEP_RUN).where(is(ref)).fetchOptional(JooqStepRows::step);
	}

	@Override
	public Optional<StepRun> save(StepRun before, StepRun after, TimelineEntry... entries) {
		return this.dsl.transactionResult((work) -> write(work.dsl(), before, after, entries));
	}

	@Override
	public Optional<StepRun> save(StepRun before, StepRun after, AuditEntry due, TimelineEntry... entries) {
		return this.dsl.transactionResult((work) -> due(work.dsl(), due, write(work.dsl(), before, after, entries)));
	}

	private static Optional<StepRun> due(DSLContext dsl, @Nullable AuditEntry due, Optional<StepRun> written) {
		if (due != null && written.isPresent()) {
			JooqRunJournal.addAuditDue(dsl, due);
		}
		return written;
	}

	@Override
	public Optional<StepRun> claim(StepRun before, StepRun after, String node, TimelineEntry... entries) {
		return this.dsl.transactionResult((work) -> claim(work.dsl(), before, after, node, entries));
	}

	static Optional<StepRun> claim(DSLContext dsl, StepRun before, StepRun after, String node,
			TimelineEntry... entries) {
		if (!underWay(dsl, before.ref().run())) {
			return Optional.empty();
		}
		long token = dsl.insertInto(CLAIM)
			.set(CLAIM.RUN, before.ref().run().value())
			.set(CLAIM.STEP_KEY, before.key())
			.set(CLAIM.NODE, node)
			.set(CLAIM.HEARTBEAT_AT, StoreClock.NOW)
			.returningResult(CLAIM.TOKEN)
			.fetchSingle()
			.value1();
		Optional<StepRun> claimed = write(dsl, before, after.claimedWith(token), entries);
		if (claimed.isEmpty()) {
			dsl.deleteFrom(CLAIM).where(CLAIM.TOKEN.eq(token)).execute();
		}
		return claimed;
	}

	// Holds the run's end or pause back until the claim is there: whoever ends it then
	// sees the step in flight
	private static boolean underWay(DSLContext dsl, RunId run) {
		return dsl.selectOne()
			.from(RUN_)
			.where(RUN_.ID.eq(run.value()))
			.and(JooqConductStore.goesOn())
			.forShare()
			.fetchOptional()
			.isPresent();
	}

	static Optional<StepRun> write(DSLContext dsl, StepRun before, StepRun after, TimelineEntry... entries) {
		var row = JooqStepRows.write(after, new StepRunRecord());
		row.setVersion(before.version() + 1);
		if (before.attempt() != after.attempt()) {
			row.setCancelRequested(false);
			row.setProgressDone(null);
		}
		Optional<StepRun> written = dsl.update(STEP_RUN)
			.set(row)
			.set(STEP_RUN.CHANGED_AT, StoreClock.NOW)
			.where(is(before.ref()))
			.and(STEP_RUN.STATE.eq(before.state().name()))
			.and(STEP_RUN.VERSION.eq(before.version()))
			.and(DSL.coalesce(STEP_RUN.TOKEN, 0L).eq(before.token()))
			.returning()
			.fetchOptional(JooqStepRows::step);
		if (written.isPresent()) {
			JooqAttempts.keep(dsl, before, after);
			for (TimelineEntry entry : entries) {
				JooqTimeline.add(dsl, before.ref().run(), entry);
			}
		}
		return written;
	}

	@Override
	public boolean renew(StepRef ref, long token) {
		return this.dsl.update(CLAIM)
			.set(CLAIM.HEARTBEAT_AT, StoreClock.NOW)
			.where(CLAIM.TOKEN.eq(token))
			.andExists(DSL.selectOne().from(STEP_RUN).where(is(ref)).and(STEP_RUN.TOKEN.eq(token)))
			.execute() == 1;
	}

	@Override
	public Optional<StepRun> abandon(StepRun before, StepRun after, Duration silence, @Nullable AuditEntry due,
			TimelineEntry... entries) {
		return this.dsl.transactionResult((work) -> {
			work.dsl()
				.deleteFrom(CLAIM)
				.where(CLAIM.TOKEN.eq(before.token()))
				.andNot(JooqDueSteps.alive(silence))
				.execute();
			// What is left was renewed in this moment. Waits for a renewal that is not
			// committed yet
			boolean renewed = work.dsl().fetchExists(CLAIM, CLAIM.TOKEN.eq(before.token()));
			return renewed ? Optional.empty() : due(work.dsl(), due, write(work.dsl(), before, after, entries));
		});
	}

	@Override
	public void release(long token) {
		this.dsl.deleteFrom(CLAIM).where(CLAIM.TOKEN.eq(token)).execute();
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

}
