package io.watchfloor.command;

import java.util.Set;

/**
 * By which a connector says which words it understands. Strict: one word, flag or
 * argument that it does not know, and the pipeline is not understood.
 */
public interface CommandReader<T> {

	/** The tools whose pipelines it reads, by the first word of the first stage. */
	Set<String> tools();

	/** Reads a whole pipeline. */
	Understanding<T> read(Pipeline pipeline);

}
