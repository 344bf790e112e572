package io.watchfloor.run.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.watchfloor.action.Reading;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.run.Progress;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunJournal;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.TimelineEntry;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.AUDIT_DUE;
import static io.watchfloor.db.schema.run.Tables.READING;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Readings and timeline as rows. */
@Repository
class JooqRunJournal implements RunJournal {

	private final DSLContext dsl;

	JooqRunJournal(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void progress(StepRef ref, Progress progress) {
		this.dsl.update(STEP_RUN)
			.set(STEP_RUN.PROGRESS_DONE, progress.done())
			.set(STEP_RUN.PROGRESS_TOTAL, progress.total())
			.set(STEP_RUN.PROGRESS_UNIT, progress.unit())
			.where(JooqStepStore.is(ref))
			.execute();
	}

	@Override
	public Optional<Progress> progress(StepRef ref) {
		return this.dsl.select(STEP_RUN.PROGRESS_DONE, STEP_RUN.PROGRESS_TOTAL, STEP_RUN.PROGRESS_UNIT)
			.from(STEP_RUN)
			.where(JooqStepStore.is(ref))
			.and(STEP_RUN.PROGRESS_DONE.isNotNull())
			.fetchOptional((row) -> new Progress(row.value1(), row.value2(), row.value3()));
	}

	@Override
	public void addReading(StepRef ref, Reading reading) {
		this.dsl.insertInto(READING)
			.set(READING.RUN, ref.run().value())
			.set(READING.STEP_KEY, ref.key())
			.set(READING.AT, reading.at())
			.set(READING.KNOWN, reading.known())
			.set(READING.DOCUMENT, Documents.write(reading))
			.execute();
	}

	@Override
	public List<Reading> readings(StepRef ref, int limit) {
		return this.dsl.selectFrom(READING)
			.where(READING.RUN.eq(ref.run().value()))
			.and(READING.STEP_KEY.eq(ref.key()))
			.orderBy(READING.N.desc())
			.limit(limit)
			.fetch((row) -> Documents.read(row.getDocument(), Reading.class));
	}

	@Override
	public void addEntry(RunId run, TimelineEntry entry) {
		JooqTimeline.add(this.dsl, run, entry);
	}

	@Override
	public List<TimelineEntry> timeline(RunId run, int limit) {
		return JooqTimeline.newest(this.dsl, run, limit);
	}

	@Override
	public List<RunRecords.NumberedEntry> timelineAfter(RunId run, long after, int limit) {
		return JooqTimeline.after(this.dsl, run, after, limit);
	}

	@Override
	public void addAuditDue(AuditEntry entry) {
		addAuditDue(this.dsl, entry);
	}

	static void addAuditDue(DSLContext dsl, AuditEntry entry) {
		dsl.insertInto(AUDIT_DUE).set(AUDIT_DUE.DOCUMENT, Documents.write(entry)).execute();
	}

	@Override
	public boolean drainAuditDue(Consumer<AuditEntry> taker) {
		return this.dsl.transactionResult((work) -> {
			var row = work.dsl()
				.selectFrom(AUDIT_DUE)
				.orderBy(AUDIT_DUE.N)
				.limit(1)
				.forUpdate()
				.skipLocked()
				.fetchOptional();
			row.ifPresent((due) -> {
				taker.accept(Documents.read(due.getDocument(), AuditEntry.class));
				work.dsl().deleteFrom(AUDIT_DUE).where(AUDIT_DUE.N.eq(due.getN())).execute();
			});
			return row.isPresent();
		});
	}

}
