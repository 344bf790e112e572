package io.watchfloor.runbook.upload;

import java.text.Normalizer;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;

/** Makes a plain name of what a browser or a repository says a file is called. */
public final class FileName {

	private static final int LONGEST = 100;

	private static final Pattern UNWANTED = Pattern.compile("[^\\p{L}\\p{N} ._()-]+");

	private static final Pattern MARKDOWN = Pattern.compile("(?i).+\\.(md|markdown)");

	private FileName() {
	}

	/**
	 * The last part of a path, without characters that mean something to a file system.
	 * @throws Problem when nothing sensible is left
	 */
	public static String plain(String given) {
		String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
		String plain = UNWANTED.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("-");
		plain = plain.replaceFirst("^[ .-]+", "").replaceFirst("[ .]+$", "");
		if (!MARKDOWN.matcher(plain).matches()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"Its name does not end in .md or .markdown. Runbooks are Markdown; rename it if it is.");
		}
		if (plain.length() > LONGEST) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"Its name has more than " + LONGEST + " characters. Give it a shorter one.");
		}
		return plain;
	}

}
