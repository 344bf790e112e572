package io.watchfloor.run.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.run.StepRef;
import io.watchfloor.run.output.OutputChunk;
import io.watchfloor.run.output.OutputChunk.Kind;
import io.watchfloor.run.output.OutputExtent;
import io.watchfloor.run.output.OutputLine;
import io.watchfloor.run.output.OutputStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.OUTPUT;

/** Output as rows of many lines; a very long line has a row of its own. */
@Repository
class JooqOutputStore implements OutputStore {

	/** Of a line that stands alone no more is read than is shown. */
	private static final Field<String> SHOWN = DSL
		.when(OUTPUT.LINE_COUNT.eq(1), DSL.left(OUTPUT.LINES, OutputLine.MOST))
		.otherwise(OUTPUT.LINES);

	private static final Field<Integer> MORE = DSL
		.when(OUTPUT.LINE_COUNT.eq(1), DSL.greatest(DSL.val(0), DSL.length(OUTPUT.LINES).minus(OutputLine.MOST)))
		.otherwise(0);

	private final DSLContext dsl;

	JooqOutputStore(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void add(StepRef ref, int attempt, List<OutputChunk> chunks, Instant at) {
		var insert = this.dsl.insertInto(OUTPUT, OUTPUT.RUN, OUTPUT.STEP_KEY, OUTPUT.ATTEMPT, OUTPUT.FIRST_LINE,
				OUTPUT.LINE_COUNT, OUTPUT.AT, OUTPUT.KIND, OUTPUT.HIDDEN, OUTPUT.LINES);
		for (OutputChunk chunk : chunks) {
			insert = insert.values(ref.run().value(), ref.key(), attempt, chunk.firstLine(), chunk.lines().size(), at,
					chunk.kind().name(), chunk.hidden(), String.join("\n", chunk.lines()));
		}
		insert.execute();
	}

	@Override
	public void addGap(StepRef ref, int attempt, String line, Instant at) {
		add(ref, attempt, List.of(new OutputChunk(extent(ref, attempt).lines() + 1, Kind.GAP, List.of(line), 0)), at);
	}

	@Override
	public OutputExtent extent(StepRef ref, int attempt) {
		Condition ours = ours(ref, attempt);
		return this.dsl.select(OUTPUT.FIRST_LINE.plus(OUTPUT.LINE_COUNT).minus(1))
			.from(OUTPUT)
			.where(ours)
			.orderBy(OUTPUT.FIRST_LINE.desc())
			.limit(1)
			.fetchOptional((last) -> new OutputExtent(last.value1(), hidden(ours)))
			.orElse(OutputExtent.NONE);
	}

	private long hidden(Condition ours) {
		return this.dsl.select(DSL.coalesce(DSL.sum(OUTPUT.HIDDEN), BigDecimal.ZERO))
			.from(OUTPUT)
			.where(ours)
			.fetchSingle()
			.value1()
			.longValue();
	}

	@Override
	public List<OutputLine> lines(StepRef ref, int attempt, long first, long last) {
		List<OutputLine> lines = new ArrayList<>();
		this.dsl.select(OUTPUT.FIRST_LINE, OUTPUT.KIND, OUTPUT.LINE_COUNT, SHOWN, MORE)
			.from(OUTPUT)
			.where(ours(ref, attempt))
			.and(OUTPUT.FIRST_LINE.ge(chunkOf(ref, attempt, first)))
			.and(OUTPUT.FIRST_LINE.le(last))
			.orderBy(OUTPUT.FIRST_LINE)
			.forEach((row) -> between(row, first, last, lines));
		return lines;
	}

	private static void between(Record5<Long, String, Integer, String, Integer> row, long first, long last,
			List<OutputLine> lines) {
		Kind kind = Kind.valueOf(row.value2());
		if (row.value3() == 1) {
			lines.add(new OutputLine(row.value1(), kind, row.value4(), row.value5()));
			return;
		}
		long number = row.value1();
		for (String line : row.value4().split("\n", -1)) {
			if (number >= first && number <= last) {
				int more = Math.max(0, line.length() - OutputLine.MOST);
				lines.add(new OutputLine(number, kind, line.substring(0, line.length() - more), more));
			}
			number++;
		}
	}

	@Override
	public List<OutputChunk> chunks(StepRef ref, int attempt, long from, int most) {
		return this.dsl.select(OUTPUT.FIRST_LINE, OUTPUT.KIND, OUTPUT.LINES, OUTPUT.HIDDEN)
			.from(OUTPUT)
			.where(ours(ref, attempt))
			.and(OUTPUT.FIRST_LINE.ge(chunkOf(ref, attempt, from)))
			.orderBy(OUTPUT.FIRST_LINE)
			.limit(most)
			.fetch((row) -> chunk(row.value1(), row.value2(), row.value3(), row.value4()));
	}

	@Override
	public List<OutputChunk> chunksBack(StepRef ref, int attempt, long from, int most) {
		return this.dsl.select(OUTPUT.FIRST_LINE, OUTPUT.KIND, OUTPUT.LINES, OUTPUT.HIDDEN)
			.from(OUTPUT)
			.where(ours(ref, attempt))
			.and(OUTPUT.FIRST_LINE.le(from))
			.orderBy(OUTPUT.FIRST_LINE.desc())
			.limit(most)
			.fetch((row) -> chunk(row.value1(), row.value2(), row.value3(), row.value4()));
	}

	private static OutputChunk chunk(long first, String kind, String lines, int hidden) {
		return new OutputChunk(first, Kind.valueOf(kind), List.of(lines.split("\n", -1)), hidden);
	}

	@Override
	public List<String> kept(StepRef ref, int attempt) {
		return this.dsl.select(OUTPUT.LINES)
			.from(OUTPUT)
			.where(ours(ref, attempt))
			.and(OUTPUT.KIND.in(Kind.KEPT.name(), Kind.MIXED.name()))
			.orderBy(OUTPUT.FIRST_LINE)
			.fetch((row) -> row.value1().lines())
			.stream()
			.flatMap((lines) -> lines)
			.toList();
	}

	/** Where the chunk that holds a line begins; 0 for lines before the first. */
	private static Field<Long> chunkOf(StepRef ref, int attempt, long line) {
		return DSL.coalesce(DSL.field(DSL.select(DSL.max(OUTPUT.FIRST_LINE))
			.from(OUTPUT)
			.where(ours(ref, attempt))
			.and(OUTPUT.FIRST_LINE.le(line))), DSL.val(0L));
	}

	private static Condition ours(StepRef ref, int attempt) {
		return OUTPUT.RUN.eq(ref.run().value()).and(OUTPUT.STEP_KEY.eq(ref.key())).and(OUTPUT.ATTEMPT.eq(attempt));
	}

}
