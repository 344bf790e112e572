package io.watchfloor.run.output;

import java.util.List;

/**
 * Lines that are stored together.
 *
 * @param firstLine the number of the first, from 1 within the attempt
 * @param kind what they are
 * @param lines redacted, and with control characters made visible
 * @param hidden in how many of them a secret was hidden
 */
public record OutputChunk(long firstLine, Kind kind, List<String> lines, int hidden) {

	public OutputChunk {
		lines = List.copyOf(lines);
	}

	/** Of lines in which nothing was hidden. */
	static OutputChunk of(long firstLine, Kind kind, String line) {
		return new OutputChunk(firstLine, kind, List.of(line), 0);
	}

	/** The number of the last line. */
	public long lastLine() {
		return this.firstLine + this.lines.size() - 1;
	}

	/** What lines are. */
	public enum Kind {

		/** The action's output. */
		PRINTED,
		/** What the attempt kept for a probe. */
		KEPT,
		/** The console's word about what is missing here. */
		GAP,
		/** From an older console: kept lines may stand among printed ones. */
		MIXED

	}

}
