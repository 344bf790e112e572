package io.watchfloor.action.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Calls one of the server's own functions that change how it works, not what it holds.
 *
 * @param function which
 */
public record ServerCall(Function function) implements Action {

	/** What can be called, and what it moves: a query for one row with {@code marker}. */
	public enum Function {

		/** Reads the configuration files again. */
		PG_RELOAD_CONF(Risk.REVERSIBLE, "Read the configuration files again",
				"SELECT pg_conf_load_time()::text AS marker", "the configuration was loaded again"),
		/** Begins a new file of the write-ahead log. */
		PG_SWITCH_WAL(Risk.REVERSIBLE, "Begin a new file of the write-ahead log",
				"SELECT pg_walfile_name(pg_current_wal_lsn()) AS marker", "another file of the log is written"),
		/** Empties the statistics of the database's tables and indexes. */
		PG_STAT_RESET(Risk.DESTRUCTIVE, "Empty the statistics of tables and indexes",
				"SELECT coalesce(stats_reset::text, 'never') AS marker FROM pg_stat_database"
						+ " WHERE datname = current_database()",
				"the statistics begin anew"),
		/** Empties the statistics of statements. */
		PG_STAT_STATEMENTS_RESET(Risk.DESTRUCTIVE, "Empty the statistics of statements",
				"SELECT stats_reset::text AS marker FROM pg_stat_statements_info", "the statistics begin anew");

		private final Risk risk;

		private final String title;

		private final String state;

		private final String done;

		Function(Risk risk, String title, String state, String done) {
			this.risk = risk;
			this.title = title;
			this.state = state;
			this.done = done;
		}

		String sql() {
			return "SELECT " + name().toLowerCase(Locale.ROOT) + "()";
		}

		String state() {
			return this.state;
		}

		String done() {
			return this.done;
		}

		static Optional<Function> named(String name) {
			return Arrays.stream(values()).filter((one) -> one.name().equalsIgnoreCase(name)).findFirst();
		}

	}

	public ServerCall {
		Objects.requireNonNull(function, "function");
	}

	@Override
	public Risk risk() {
		return this.function.risk;
	}

	@Override
	public String title() {
		return this.function.title;
	}

	@Override
	public String commandLine() {
		return "psql -c '" + this.function.sql() + "'";
	}

}
