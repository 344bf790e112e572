package io.watchfloor.catalog;

/**
 * What is wrong with a file of the catalog, and where.
 *
 * @param file relative to the catalog's folder
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when it concerns the whole line
 * @param message what is wrong
 * @param expected what should stand there instead
 * @param level whether the file was refused
 */
public record CatalogError(String file, int line, int column, String message, String expected, Level level) {

	/** The place as editors write it: {@code file:line:column}. */
	public String place() {
		if (this.line == 0) {
			return this.file;
		}
		return this.file + ":" + this.line + ((this.column == 0) ? "" : ":" + this.column);
	}

	/** What the error does to the file. */
	public enum Level {

		/** The file was refused; the last good reading of it stays in force. */
		ERROR,
		/** The file was read; something in it has no effect. */
		WARNING

	}

}
