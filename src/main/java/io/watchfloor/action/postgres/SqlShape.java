package io.watchfloor.action.postgres;

import java.util.List;

import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/** What a changing statement does, as far as a plan needs to know it. */
sealed interface SqlShape {

	/** What it can do at worst. */
	Risk risk();

	/** In a few words: "Delete rows of customers". */
	String title();

	/**
	 * Rows that a condition chooses.
	 *
	 * @param removes whether they go, rather than change
	 * @param count a query for how many ({@code rows}) and what they hold
	 * ({@code digest})
	 * @param samples a query for some of them
	 */
	record Rows(Risk risk, String title, boolean removes, String count, String samples) implements SqlShape {
	}

	/**
	 * Rows that are written out in the statement.
	 *
	 * @param number how many
	 * @param there a query for how many are there already ({@code rows})
	 */
	record NewRows(Risk risk, String title, long number, String there) implements SqlShape {
	}

	/**
	 * Objects of the database.
	 *
	 * @param expected what is to be true of each of them afterwards
	 * @param alone whether the statement refuses to be part of a transaction
	 */
	record Objects(Risk risk, String title, List<SqlObject> objects, Expected expected,
			boolean alone) implements SqlShape {

		public Objects {
			objects = List.copyOf(objects);
		}

	}

	/** What a statement leaves behind. */
	enum Expected {

		/** It is there, and valid. */
		PRESENT("is there"),
		/** It is gone. */
		ABSENT(null),
		/** It is another than before. */
		CHANGED("changed"),
		/** It holds no row. */
		EMPTY("no rows");

		private final @Nullable String after;

		Expected(@Nullable String after) {
			this.after = after;
		}

		@Nullable String after() {
			return this.after;
		}

	}

}
