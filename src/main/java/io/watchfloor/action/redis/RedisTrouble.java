package io.watchfloor.action.redis;

import java.util.Objects;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** Says what went wrong with a Redis server in words that a person can act on. */
final class RedisTrouble {

	private RedisTrouble() {
	}

	static Problem of(RedisException trouble, String address) {
		for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
			if (cause instanceof RedisCommandExecutionException refusal) {
				return new Problem(Category.TARGET_SAID_NO,
						"Redis at " + address + " refused: " + refusal.getMessage() + advice(refusal), trouble);
			}
			if (cause instanceof RedisCommandTimeoutException) {
				return new Problem(Category.UNREACHABLE,
						"Redis at " + address
								+ " did not answer in time. Look whether it is busy or the network drops packets.",
						trouble);
			}
		}
		return new Problem(Category.UNREACHABLE, "Redis at " + address + " cannot be reached: " + root(trouble)
				+ ". Look whether it runs and the address is right.", trouble);
	}

	private static String advice(RedisCommandExecutionException refusal) {
		String message = String.valueOf(refusal.getMessage());
		if (message.startsWith("NOAUTH") || message.startsWith("WRONGPASS") || message.contains("AUTH")) {
			return " Check the target's 'password' secret.";
		}
		if (message.startsWith("READONLY")) {
			return " This is a replica; point the target at the primary.";
		}
		return "";
	}

	private static String root(Throwable trouble) {
		Throwable root = trouble;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
	}

}
