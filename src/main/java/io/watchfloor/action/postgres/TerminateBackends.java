package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Ends chosen connections or their running queries.
 *
 * @param mode the gentle way first
 * @param pids of the server's processes; each once
 */
public record TerminateBackends(Mode mode, List<Integer> pids) implements Action {

	/** How. */
	public enum Mode {

		/** Ends the running query; the connection stays. */
		CANCEL("pg_cancel_backend"),
		/** Ends the connection. */
		TERMINATE("pg_terminate_backend");

		private final String function;

		Mode(String function) {
			this.function = function;
		}

		String function() {
			return this.function;
		}

	}

	public TerminateBackends {
		Objects.requireNonNull(mode, "mode");
		pids = pids.stream().distinct().sorted().toList();
		if (pids.isEmpty() || pids.size() > 1_000 || pids.getFirst() <= 0) {
			throw new IllegalArgumentException("choose between one and a thousand processes");
		}
	}

	private String list() {
		return String.join(", ", this.pids.stream().map(String::valueOf).toList());
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return ((this.mode == Mode.CANCEL) ? "Cancel the query of " : "Terminate ")
				+ ((this.pids.size() == 1) ? "backend " : "backends ") + list();
	}

	@Override
	public String commandLine() {
		return "psql -c 'SELECT " + this.mode.function() + "(pid) FROM unnest(ARRAY[" + list() + "]) AS pid'";
	}

}
