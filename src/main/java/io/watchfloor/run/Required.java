package io.watchfloor.run;

import org.jspecify.annotations.Nullable;

/** Says which invariant broke when something is absent that must be there. */
final class Required {

	private Required() {
	}

	static <T> T of(@Nullable T value, String otherwise) {
		if (value == null) {
			throw new IllegalStateException(otherwise);
		}
		return value;
	}

}
