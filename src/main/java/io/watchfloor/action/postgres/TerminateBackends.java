package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Ends chosen connections or their running queries.
 *
 * @param mode the gentle way first
 * @param pids of the server's processes; each once
 * @param where a condition on pg_stat_activity that chooses them when the plan is made;
 * empty when the pids are named
 */
public record TerminateBackends(Mode mode, List<Integer> pids, String where) implements Action {

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
		if (pids.isEmpty() == where.isEmpty() || pids.size() > 1_000 || (!pids.isEmpty() && pids.getFirst() <= 0)) {
			throw new IllegalArgumentException("choose between one and a thousand processes, or name a condition");
		}
		if (!where.isEmpty()) {
			where = SqlText.single(where).text();
			ReadOnlySql.demand(chosen(where));
			demandOneCondition(where);
		}
	}

	/** Named processes. */
	public TerminateBackends(Mode mode, List<Integer> pids) {
		this(mode, pids, "");
	}

	private static String chosen(String where) {
		return "SELECT pid FROM pg_stat_activity WHERE " + where;
	}

	/** A condition is what stays one inside brackets. */
	private static void demandOneCondition(String where) {
		ReadOnlySql.demand("SELECT pid FROM pg_stat_activity WHERE (" + where + ") AND pid <> pg_backend_pid()");
	}

	/** Which processes the condition means now; this console's own never. */
	String choosing() {
		return "SELECT pid FROM pg_stat_activity WHERE (" + this.where
				+ ") AND pid <> pg_backend_pid() ORDER BY pid LIMIT 1001";
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
		String verb = (this.mode == Mode.CANCEL) ? "Cancel the query of " : "Terminate ";
		return this.where.isEmpty() ? verb + ((this.pids.size() == 1) ? "backend " : "backends ") + list()
				: verb + "backends where " + this.where;
	}

	@Override
	public String commandLine() {
		String sql = "SELECT " + this.mode.function();
		return "psql -c " + Shell.quote(this.where.isEmpty() ? sql + "(pid) FROM unnest(ARRAY[" + list() + "]) AS pid"
				: sql + "(pid) FROM pg_stat_activity WHERE " + this.where);
	}

}
