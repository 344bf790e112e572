package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;

/** Reads a SELECT that is no query but calls a function of the server. */
final class ServerCalls {

	private static final String END = "(?<mode>pg_terminate_backend|pg_cancel_backend)";

	private static final Pattern ONE = Pattern.compile("SELECT " + END + " ?\\( ?(?<pid>[0-9]{1,9}) ?\\)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LISTED = Pattern.compile(
			"SELECT " + END + " ?\\( ?pid ?\\) FROM unnest ?\\( ?ARRAY ?\\[(?<pids>[0-9, ]+)\\] ?\\) AS pid",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CHOSEN = Pattern.compile("SELECT (?:pid ?, ?)?" + END
			+ " ?\\( ?(?:pg_stat_activity ?\\. ?)?pid ?\\)(?: AS [a-z_]+)? FROM pg_stat_activity WHERE (?<where>.+)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern ALONE = Pattern.compile("SELECT (?<name>[a-z_]+) ?\\( ?\\)", Pattern.CASE_INSENSITIVE);

	private ServerCalls() {
	}

	static Optional<Action> read(SqlText sql) {
		String text = sql.text();
		Matcher one = ONE.matcher(text);
		if (one.matches()) {
			return Optional.of(new TerminateBackends(mode(one), List.of(Integer.valueOf(one.group("pid")))));
		}
		Matcher listed = LISTED.matcher(text);
		if (listed.matches()) {
			return Optional.of(new TerminateBackends(mode(listed),
					Pattern.compile("[^0-9]+")
						.splitAsStream(listed.group("pids").strip())
						.filter((pid) -> !pid.isEmpty())
						.map(ServerCalls::pid)
						.toList()));
		}
		Matcher chosen = CHOSEN.matcher(text);
		if (chosen.matches()) {
			return Optional.of(new TerminateBackends(mode(chosen), List.of(), chosen.group("where")));
		}
		Matcher alone = ALONE.matcher(text);
		return alone.matches() ? ServerCall.Function.named(alone.group("name")).map(ServerCall::new) : Optional.empty();
	}

	private static Integer pid(String digits) {
		if (digits.length() > 9) {
			throw new IllegalArgumentException(digits + " is no process");
		}
		return Integer.valueOf(digits);
	}

	private static TerminateBackends.Mode mode(Matcher matcher) {
		return matcher.group("mode").equalsIgnoreCase("pg_cancel_backend") ? TerminateBackends.Mode.CANCEL
				: TerminateBackends.Mode.TERMINATE;
	}

}
