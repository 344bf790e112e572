package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;

/** A process of the server; a pid is used again, pid and start are not. */
record Backend(int pid, String started, String queried, String state, String words, String kind, String application) {

	private static final String SQL = """
			SELECT to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') AS started,
			  coalesce(to_char(query_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), 'never') AS queried,
			  coalesce(state, '') AS state, backend_type AS kind, application_name AS application, usename AS user,
			  coalesce(round(extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start)))::text, '?') AS age,
			  regexp_replace(left(query, 120), '\\s+', ' ', 'g') AS query
			FROM pg_stat_activity WHERE pid = ?""";

	static Optional<Backend> find(int pid, PostgresSession session) {
		return session.rows(SQL, pid).stream().findFirst().map((row) -> of(pid, row));
	}

	static List<Backend> all(TerminateBackends action, PostgresSession session) {
		List<Backend> backends = new ArrayList<>();
		for (int pid : action.where().isEmpty() ? action.pids() : chosen(action, session)) {
			backends.add(find(pid, session).orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND, "Process " + pid
					+ " is gone from " + session.address() + ". Choose from the running ones again.")));
		}
		return backends;
	}

	/** The processes that the condition means now. */
	private static List<Integer> chosen(TerminateBackends action, PostgresSession session) {
		List<Integer> pids = session.asWritten(action.choosing(), 1_001)
			.rows()
			.stream()
			.map((row) -> Integer.valueOf(row.getFirst()))
			.toList();
		if (pids.isEmpty() || pids.size() > 1_000) {
			throw new Problem(Problem.Category.NOT_FOUND, (pids.isEmpty() ? "No process" : "More than a thousand")
					+ " at " + session.address() + " is chosen by " + action.where() + ". Look at the running ones.");
		}
		return pids;
	}

	private static Backend of(int pid, Map<String, String> row) {
		String words = "%s at %s, %s for %s s: %s".formatted(row.get("user"), row.get("application"), row.get("state"),
				row.get("age"), row.get("query"));
		return new Backend(pid, row.getOrDefault("started", ""), row.getOrDefault("queried", ""),
				row.getOrDefault("state", ""), words, row.getOrDefault("kind", ""),
				row.getOrDefault("application", ""));
	}

	/** What must be the same when the call goes out. */
	String marker(TerminateBackends.Mode mode) {
		return (mode == TerminateBackends.Mode.CANCEL) ? this.started + " query " + this.queried : this.started;
	}

	/** Processes whose end costs more than it gives. */
	Optional<Plan.Warning> warning() {
		String query = this.words.toLowerCase(Locale.ROOT);
		String what = !this.kind.equals("client backend") ? "is a " + this.kind + " of the server"
				: this.application.equals(PostgresServers.APPLICATION) ? "is this console's own"
						: query.contains(": copy ") || this.application.contains("pg_dump") ? "looks like a backup"
								: query.contains(": vacuum") || query.contains(": analyze") ? "runs maintenance"
										: query.contains(": alter ") || query.contains(": create ")
												? "changes the schema" : "";
		return what.isEmpty() ? Optional.empty()
				: Optional.of(new Plan.Warning(true, "Process " + this.pid + " " + what + "."));
	}

}
