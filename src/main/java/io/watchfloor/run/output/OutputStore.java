package io.watchfloor.run.output;

import java.time.Instant;
import java.util.List;

import io.watchfloor.run.StepRef;

/** Where output is kept. Only ever added to. */
public interface OutputStore {

	/**
	 * Adds chunks, all or none.
	 * @throws RuntimeException also when there is something at one of their numbers
	 */
	void add(StepRef ref, int attempt, List<OutputChunk> chunks, Instant at);

	/** Adds a line of the console's behind what there is. */
	void addGap(StepRef ref, int attempt, String line, Instant at);

	/** How much there is. */
	OutputExtent extent(StepRef ref, int attempt);

	/** Lines from one number to another, both included; very long ones cut. */
	List<OutputLine> lines(StepRef ref, int attempt, long first, long last);

	/** Whole chunks in order, beginning with the one that holds a line. */
	List<OutputChunk> chunks(StepRef ref, int attempt, long from, int most);

	/** Whole chunks backwards, beginning with the one that holds a line. */
	List<OutputChunk> chunksBack(StepRef ref, int attempt, long from, int most);

	/**
	 * What an attempt kept for a probe, with what was printed around it by older
	 * consoles.
	 */
	List<String> kept(StepRef ref, int attempt);

}
