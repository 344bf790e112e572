package io.watchfloor.run.output;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

import io.watchfloor.run.StepRef;

/** One search through the chunks of an attempt, a few at a time, bounded in time. */
final class OutputScan {

	private static final long TIME = TimeUnit.SECONDS.toNanos(3);

	private static final int CHUNKS = 16;

	private final OutputStore store;

	private final StepRef step;

	private final int attempt;

	private final Matcher matcher;

	private final long start = System.nanoTime();

	OutputScan(OutputStore store, StepRef step, int attempt, OutputSearch search) {
		this.store = store;
		this.step = step;
		this.attempt = attempt;
		this.matcher = search.pattern().matcher("");
	}

	OutputHit count() {
		long first = 0;
		long count = 0;
		long from = 1;
		while (inTime()) {
			List<OutputChunk> chunks = onward(from);
			if (chunks.isEmpty()) {
				return new OutputHit(first, count, true);
			}
			for (OutputChunk chunk : chunks) {
				for (int line = 0; line < chunk.lines().size(); line++) {
					if (holds(chunk.lines().get(line))) {
						count++;
						first = (first == 0) ? chunk.firstLine() + line : first;
					}
				}
			}
			from = chunks.getLast().lastLine() + 1;
		}
		return new OutputHit(first, count, false);
	}

	OutputHit next(long begin) {
		long from = Math.max(1, begin);
		while (inTime()) {
			List<OutputChunk> chunks = onward(from);
			if (chunks.isEmpty()) {
				return new OutputHit(0, 0, true);
			}
			for (OutputChunk chunk : chunks) {
				int place = (int) Math.max(0, from - chunk.firstLine());
				for (int line = place; line < chunk.lines().size(); line++) {
					if (holds(chunk.lines().get(line))) {
						return new OutputHit(chunk.firstLine() + line, 1, true);
					}
				}
			}
			from = chunks.getLast().lastLine() + 1;
		}
		return new OutputHit(0, 0, false);
	}

	OutputHit previous(long begin) {
		long from = begin;
		while (inTime()) {
			List<OutputChunk> chunks = (from >= 1) ? this.store.chunksBack(this.step, this.attempt, from, CHUNKS)
					: List.of();
			if (chunks.isEmpty()) {
				return new OutputHit(0, 0, true);
			}
			for (OutputChunk chunk : chunks) {
				long last = Math.min(from, chunk.lastLine());
				for (long line = last; line >= chunk.firstLine(); line--) {
					if (holds(chunk.lines().get((int) (line - chunk.firstLine())))) {
						return new OutputHit(line, 1, true);
					}
				}
			}
			from = chunks.getLast().firstLine() - 1;
		}
		return new OutputHit(0, 0, false);
	}

	private List<OutputChunk> onward(long from) {
		return this.store.chunks(this.step, this.attempt, from, CHUNKS)
			.stream()
			.filter((chunk) -> chunk.lastLine() >= from)
			.toList();
	}

	private boolean holds(String line) {
		return this.matcher.reset(line).find();
	}

	private boolean inTime() {
		return System.nanoTime() - this.start < TIME;
	}

}
