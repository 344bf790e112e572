package io.watchfloor.kernel;

import java.sql.SQLException;
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

	/**
	 * Finds the problem that something thrown carries, itself or among its causes. That
	 * the store does not answer or is full is one, too: connectors make problems of their
	 * own of what their targets' databases throw.
	 */
	public static Optional<Problem> in(@Nullable Throwable thrown) {
		return thrownIn(thrown)
			.or(() -> causes(thrown).anyMatch(Problem::isLostConnection) ? Optional.of(storeAway(thrown))
					: causes(thrown).filter(Problem::isWithoutRoom).findFirst().map(Problem::storeFull));
	}

	/**
	 * The problem that somebody threw further down, itself or among the causes; whose
	 * database did not answer is not guessed. For connectors, whose targets are databases
	 * too.
	 */
	public static Optional<Problem> thrownIn(@Nullable Throwable thrown) {
		return causes(thrown).filter(Problem.class::isInstance).map(Problem.class::cast).findFirst();
	}

	private static Stream<Throwable> causes(@Nullable Throwable thrown) {
		return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
	}

	/**
	 * PostgreSQL's states: 08 for connections, 57P for a server that goes or comes, 25P03
	 * for a transaction that it ended because its node slept.
	 */
	private static boolean isLostConnection(Throwable cause) {
		return cause instanceof SQLException failure && failure.getSQLState() != null
				&& (failure.getSQLState().startsWith("08") || failure.getSQLState().startsWith("57P")
						|| failure.getSQLState().equals("25P03"));
	}

	/** PostgreSQL's states 53: disk, memory or connections are used up. */
	private static boolean isWithoutRoom(Throwable cause) {
		return cause instanceof SQLException failure && failure.getSQLState() != null
				&& failure.getSQLState().startsWith("53");
	}

	private static Problem storeFull(Throwable cause) {
		String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").replaceFirst("^[A-Z]+: ", "");
		return new Problem(Category.UNREACHABLE, "Watchfloor's own database has no room left: " + said
				+ ". This was not recorded, and nothing starts without a record. Make room there, then try again.",
				cause);
	}

	private static Problem storeAway(@Nullable Throwable cause) {
		return new Problem(Category.UNREACHABLE,
				"Watchfloor's own database does not answer, so this cannot be shown or "
						+ "done now. The line at the top says when it is back; then try again.",
				Objects.requireNonNull(cause));
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
