package io.watchfloor.run.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

import io.watchfloor.run.StepRef;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** Reads output in pieces, searches it, and hands it out whole. */
@Service
public class Outputs {

	/** So many lines are read at a time. */
	public static final int MOST_LINES = 1_000;

	private static final int CHUNKS = 16;

	private final Authority authority;

	private final OutputStore store;

	Outputs(Authority authority, OutputStore store) {
		this.authority = authority;
		this.store = store;
	}

	/** How much an attempt printed so far. */
	public OutputExtent extent(StepRef step, int attempt) {
		this.authority.require(Permission.VIEW);
		return this.store.extent(step, attempt);
	}

	/**
	 * Some lines, at most {@link #MOST_LINES}.
	 * @param first the number of the first, from 1
	 */
	public List<OutputLine> lines(StepRef step, int attempt, long first, int count) {
		this.authority.require(Permission.VIEW);
		return this.store.lines(step, attempt, first, first + Math.min(count, MOST_LINES) - 1);
	}

	/**
	 * Counts the lines that hold a text, and finds the first; takes up to three seconds.
	 */
	public OutputHit count(StepRef step, int attempt, OutputSearch search) {
		this.authority.require(Permission.VIEW);
		return new OutputScan(this.store, step, attempt, search).count();
	}

	/**
	 * Finds the nearest line from a number on that holds a text; takes up to three
	 * seconds.
	 */
	public OutputHit next(StepRef step, int attempt, OutputSearch search, long from) {
		this.authority.require(Permission.VIEW);
		return new OutputScan(this.store, step, attempt, search).next(from);
	}

	/** As above, backwards. */
	public OutputHit previous(StepRef step, int attempt, OutputSearch search, long from) {
		this.authority.require(Permission.VIEW);
		return new OutputScan(this.store, step, attempt, search).previous(from);
	}

	/** Writes all of it, a piece at a time. */
	public void write(StepRef step, int attempt, Writer to) {
		this.authority.require(Permission.VIEW);
		long from = 1;
		List<OutputChunk> chunks = this.store.chunks(step, attempt, from, CHUNKS);
		try {
			while (!chunks.isEmpty()) {
				for (OutputChunk chunk : chunks) {
					for (String line : chunk.lines()) {
						to.append(line).append('\n');
					}
				}
				from = chunks.getLast().lastLine() + 1;
				long reached = from;
				chunks = this.store.chunks(step, attempt, from, CHUNKS)
					.stream()
					.filter((chunk) -> chunk.firstLine() >= reached)
					.toList();
			}
			to.flush();
		}
		catch (IOException gone) {
			throw new UncheckedIOException("whoever downloads went away", gone);
		}
	}

}
