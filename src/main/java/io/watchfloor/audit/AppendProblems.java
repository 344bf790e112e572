package io.watchfloor.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

import io.watchfloor.kernel.Problem;

/** What a caller of the log is told when its record is not there, or may not be. */
final class AppendProblems {

	private static final String NEXT = " Nothing that changes a target may start. Look at the store's state (status bar),"
			+ " then try again.";

	private AppendProblems() {
	}

	static Problem notTakenUp(AuditEntry entry, Duration patience, Throwable cause) {
		return problem(what(entry) + " was not recorded: the audit log did not get to it within " + patience.toMillis()
				+ " ms." + NEXT, cause);
	}

	static Problem notWritten(AuditEntry entry, Throwable cause) {
		return problem(
				what(entry) + " was not recorded: the audit log cannot be written (" + cause.getMessage() + ")." + NEXT,
				cause);
	}

	static Problem unsettled(AuditEntry entry, Throwable cause) {
		return problem("It is not known whether " + what(entry) + " was recorded: the store was lost during the commit"
				+ " and did not come back to be asked." + NEXT + " The audit view shows which it was.", cause);
	}

	static Problem stopped(AuditEntry entry) {
		return new Problem(Problem.Category.UNREACHABLE,
				what(entry) + " was not recorded: Watchfloor is shutting down. Try again when it is back.");
	}

	/** Made anew for the caller's own stack; the writer's failure is the cause. */
	static Problem of(ExecutionException failed) {
		Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
		return problem(String.valueOf(cause.getMessage()), cause);
	}

	private static Problem problem(String message, Throwable cause) {
		return new Problem(Problem.Category.UNREACHABLE, message, cause);
	}

	private static String what(AuditEntry entry) {
		return entry.action() + " on " + entry.target();
	}

}
