package io.watchfloor.action.redis;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Removes every key.
 *
 * @param scope of which databases
 * @param mode whether the server waits until the memory is free
 */
public record Flush(Scope scope, Mode mode) implements Action {

	/** What is emptied. */
	public enum Scope {

		/** The target's logical database. */
		DATABASE,
		/** All of the server's databases. */
		ALL

	}

	/** How the memory is freed. */
	public enum Mode {

		/** As the server is set. */
		DEFAULT,
		/** Before the answer; other clients wait. */
		SYNC,
		/** In the background. */
		ASYNC

	}

	public Flush {
		Objects.requireNonNull(scope, "scope");
		Objects.requireNonNull(mode, "mode");
	}

	/** The command as the server gets it. */
	String command() {
		String name = (this.scope == Scope.ALL) ? "FLUSHALL" : "FLUSHDB";
		return (this.mode == Mode.DEFAULT) ? name : name + " " + this.mode;
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return (this.scope == Scope.ALL) ? "Remove every key of every database" : "Remove every key of the database";
	}

	@Override
	public String commandLine() {
		return "redis-cli " + command();
	}

}
