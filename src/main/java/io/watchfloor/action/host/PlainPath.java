package io.watchfloor.action.host;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path that no program takes for a flag, an expression or a pattern, and that does not
 * climb.
 */
final class PlainPath {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_./@][A-Za-z0-9_./@%+=:, -]{0,500}");

	private PlainPath() {
	}

	/** Refuses any other; the program is named in the reason. */
	static void demand(String program, String path) {
		List<String> parts = Arrays.asList(path.split("/+", -1));
		if (!SHAPE.matcher(path).matches() || parts.contains("..") || path.contains("://") || path.endsWith(" ")) {
			throw new IllegalArgumentException(program + ": '" + path + "' is no plain path");
		}
	}

	/** Without slashes at its end. */
	static String trimmed(String path) {
		return path.replaceFirst("(?<=.)/+$", "");
	}

	/** The last part; empty for a root. */
	static String name(String path) {
		String trimmed = trimmed(path);
		return trimmed.substring(trimmed.lastIndexOf('/') + 1);
	}

	/**
	 * Demands that the path names one thing below a folder, and not the folder itself.
	 */
	static void demandName(String program, String path) {
		demand(program, path);
		if (name(path).isEmpty() || name(path).equals(".")) {
			throw new IllegalArgumentException(program + ": '" + path + "' names no file or folder of its own");
		}
	}

}
