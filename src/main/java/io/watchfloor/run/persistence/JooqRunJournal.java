package io.watchfloor.run.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.watchfloor.action.Reading;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.db.schema.run.tables.records.OutputRecord;
import io.watchfloor.run.OutputPage;
import io.watchfloor.run.Progress;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunJournal;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.TimelineEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.AUDIT_DUE;
import static io.watchfloor.db.schema.run.Tables.OUTPUT;
import static io.watchfloor.db.schema.run.Tables.READING;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Output, readings and timeline as rows. */
@Repository
class JooqRunJournal implements RunJournal {

	private final DSLContext dsl;

	JooqRunJournal(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void addOutput(StepRef ref, int attempt, long firstLine, List<String> lines, Instant at) {
		this.dsl.insertInto(OUTPUT)
			.set(OUTPUT.RUN, ref.run().value())
			.set(OUTPUT.STEP_KEY, ref.key())
			.set(OUTPUT.ATTEMPT, attempt)
			.set(OUTPUT.FIRST_LINE, firstLine)
			.set(OUTPUT.LINE_COUNT, lines.size())
			.set(OUTPUT.AT, at)
			.set(OUTPUT.LINES, String.join("\n", lines))
			.execute();
	}

	@Override
	public OutputPage output(StepRef ref, int attempt, long lastLine, int limit) {
		Condition ours = OUTPUT.RUN.eq(ref.run().value())
			.and(OUTPUT.STEP_KEY.eq(ref.key()))
			.and(OUTPUT.ATTEMPT.eq(attempt));
		Long total = this.dsl.select(DSL.max(OUTPUT.FIRST_LINE.plus(OUTPUT.LINE_COUNT)).minus(1))
			.from(OUTPUT)
			.where(ours)
			.fetchSingle()
			.value1();
		if (total == null) {
			return new OutputPage(1, List.of(), 0);
		}
		long last = Math.min(lastLine, total);
		long first = Math.max(1, last - limit + 1);
		List<OutputRecord> chunks = this.dsl.selectFrom(OUTPUT)
			.where(ours)
			.and(OUTPUT.FIRST_LINE.le(last))
			.and(OUTPUT.FIRST_LINE.plus(OUTPUT.LINE_COUNT).gt(first))
			.orderBy(OUTPUT.FIRST_LINE)
			.fetch();
		return new OutputPage(first, between(chunks, first, last), total);
	}

	private static List<String> between(List<OutputRecord> chunks, long first, long last) {
		List<String> lines = new ArrayList<>();
		for (OutputRecord chunk : chunks) {
			long number = chunk.getFirstLine();
			for (String line : chunk.getLines().split("\n", -1)) {
				if (number >= first && number <= last) {
					lines.add(line);
				}
				number++;
			}
		}
		return lines;
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
	public void addAuditDue(AuditEntry entry) {
		this.dsl.insertInto(AUDIT_DUE).set(AUDIT_DUE.DOCUMENT, Documents.write(entry)).execute();
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
