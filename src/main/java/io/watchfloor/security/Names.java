package io.watchfloor.security;

import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** What somebody may be called when signing in. */
final class Names {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,59}");

	private Names() {
	}

	/**
	 * Returns the name without blanks around it.
	 * @throws Problem with category {@code NOT_UNDERSTOOD}
	 */
	static String check(String name) {
		String bare = name.strip();
		if (!NAME.matcher(bare).matches()) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"A name has 1 to 60 letters, digits, and . _ @ + - and starts with a letter or digit. "
							+ "Choose such a name.");
		}
		return bare;
	}

}
