package io.watchfloor.action;

import java.util.Optional;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;

/**
 * A command of a document, for the rules that look for what is wrong with it.
 *
 * @param text as written, continuation lines included
 * @param pipeline its words; empty when it is no plain pipeline
 * @param understood what was made of it
 * @param block the whole code block that it stands in
 * @param offset where in the block it starts
 */
public record CommandLine(String text, Optional<Pipeline> pipeline, Understanding<ActionCall> understood, String block,
		int offset) {

}
