package io.watchfloor.run;

import java.text.Normalizer;

/** Names of attached files, such that no system takes one for something else. */
final class EvidenceName {

	private static final int LONGEST = 100;

	private EvidenceName() {
	}

	/**
	 * The last part of a path, without characters that mean something to a shell, a file
	 * system or a browser, and never hidden.
	 */
	static String safe(String given) {
		String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
		String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
			.replaceAll("[^\\p{L}\\p{N} ._()+-]", "_")
			.replaceAll("^[. ]+|[. ]+$", "")
			.strip();
		String shown = plain.isBlank() ? "evidence" : plain;
		return (shown.length() <= LONGEST) ? shown : shortened(shown);
	}

	private static String shortened(String name) {
		int dot = name.lastIndexOf('.');
		String ending = (dot > 0 && name.length() - dot <= 10) ? name.substring(dot) : "";
		return name.substring(0, LONGEST - ending.length()) + ending;
	}

}
