package io.watchfloor.catalog;

/**
 * Where a statement stands in the team's documents (law 8).
 *
 * @param document the document's file name
 * @param line from 1
 */
public record Origin(String document, int line) {

	/** Reads {@code document:line}. */
	public static Origin parse(String text) {
		int colon = text.lastIndexOf(':');
		return new Origin(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
	}

	@Override
	public String toString() {
		return this.document + ":" + this.line;
	}

}
