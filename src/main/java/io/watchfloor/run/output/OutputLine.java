package io.watchfloor.run.output;

/**
 * One line to show.
 *
 * @param number from 1 within the attempt
 * @param kind what it is
 * @param text its beginning; all of it unless it is very long
 * @param more how many characters are left out behind
 */
public record OutputLine(long number, OutputChunk.Kind kind, String text, long more) {

	/** So many characters of a line are shown. */
	public static final int MOST = 4_000;

	/** The text, with a word about what is left out. */
	public String shown() {
		return (this.more == 0) ? this.text
				: this.text + " … (%,d more characters; the download has them)".formatted(this.more);
	}

}
