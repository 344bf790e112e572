package io.watchfloor.action;

import java.util.Set;

import io.watchfloor.command.Understanding;

/**
 * A connector's reader of code blocks in a language of its own: SQL, PromQL. A bean.
 * Strict like a reader of command lines: what it does not know, it does not understand.
 */
public interface BlockReader {

	/** The languages that it reads, in lower case, as code fences name them. */
	Set<String> languages();

	/**
	 * Reads one statement or query.
	 * @param text as written, without the fence; comments may stand in it where the
	 * language has them
	 */
	Understanding<ActionCall> read(String text);

}
