package io.watchfloor.api.run;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.jspecify.annotations.Nullable;

/** What callers write in words. */
final class Words {

	private Words() {
	}

	static String demand(@Nullable String value, String name) {
		if (value == null || value.isBlank()) {
			throw new Problem(Category.NOT_UNDERSTOOD, "The body needs '" + name + "'.");
		}
		return value;
	}

	static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/** Why; the service says whether it is needed. */
	record Reason(@Nullable String reason) {

		String text() {
			return orEmpty(this.reason);
		}

	}

	/** What somebody writes down. */
	record Note(@Nullable String note) {

		String text() {
			return orEmpty(this.note);
		}

	}

}
