package io.watchfloor.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure that a person can act on.
 */
public class Problem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Category category;

	/**
	 * Says what happened.
	 * @param category what kind of trouble it is
	 * @param message what happened, to what, and what to do next
	 */
	public Problem(Category category, String message) {
		super(message);
		this.category = category;
	}

	/** As above, with the cause kept for the log. */
	public Problem(Category category, String message, Throwable cause) {
		super(message, cause);
		this.category = category;
	}

	/** What kind of trouble it is. */
	public Category category() {
		return this.category;
	}

	/** Finds the problem that something thrown carries, itself or among its causes. */
	public static Optional<Problem> in(@Nullable Throwable thrown) {
		return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
			.filter(Problem.class::isInstance)
			.map(Problem.class::cast)
			.findFirst();
	}

	/** The kinds of trouble, by what a person does next. */
	public enum Category {

		/** The target or the store did not answer. */
		UNREACHABLE,
		/** The person may not, or the environment's policy forbids it. */
		REFUSED_BY_POLICY,
		/** The live state is no longer what was previewed. */
		STALE,
		/** The input cannot be understood. */
		NOT_UNDERSTOOD,
		/** The target answered and refused. */
		TARGET_SAID_NO,
		/** What was asked for does not exist (any more). */
		NOT_FOUND

	}

}
