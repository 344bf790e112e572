package io.watchfloor.run.output;

import java.util.regex.Pattern;

/**
 * What is searched for.
 *
 * @param text within one line
 * @param matchCase whether capital and small letters differ
 */
public record OutputSearch(String text, boolean matchCase) {

	public OutputSearch {
		if (text.isEmpty()) {
			throw new IllegalArgumentException("there is nothing to search for");
		}
	}

	Pattern pattern() {
		int flags = this.matchCase ? Pattern.LITERAL
				: Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
		return Pattern.compile(this.text, flags);
	}

}
