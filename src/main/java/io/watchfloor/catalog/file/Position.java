package io.watchfloor.catalog.file;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/**
 * A place in a file.
 *
 * @param line from 1; 0 for the whole file
 * @param column from 1, in characters
 */
record Position(int line, int column) {

	static final Position WHOLE_FILE = new Position(0, 0);

	static Position of(@Nullable Mark mark) {
		return (mark != null) ? new Position(mark.getLine() + 1, mark.getColumn() + 1) : WHOLE_FILE;
	}

}
