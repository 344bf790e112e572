package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;

/**
 * Maps what psql is to run to an action; the statement that runs means what was written.
 */
final class SqlLine {

	/** The new names of the columns and the old, which PostgreSQL 13 and later refuse. */
	private static final Pattern SLOW = Pattern.compile(
			"SELECT (?:\\*|[a-z_]+(?: ?, ?[a-z_]+)*) FROM pg_stat_statements"
					+ "(?: WHERE mean(?:_exec)?_time > (?<millis>[0-9]{1,9}(?:\\.[0-9]{1,20})?))?"
					+ "(?: ORDER BY (?<order>mean|total)(?:_exec)?_time DESC)(?: LIMIT (?<limit>[0-9]{1,3}))",
			Pattern.CASE_INSENSITIVE);

	private static final Map<String, String> REASONS = Map.ofEntries(
			Map.entry("set", "it lasts only as long as the session, which ends with the line"),
			Map.entry("reset", "it lasts only as long as the session, which ends with the line"),
			Map.entry("begin", "a transaction over several statements is for a person to hold open"),
			Map.entry("start", "a transaction over several statements is for a person to hold open"),
			Map.entry("commit", "a transaction over several statements is for a person to hold open"),
			Map.entry("rollback", "a transaction over several statements is for a person to hold open"),
			Map.entry("copy", "it moves data through files or this line's input"),
			Map.entry("do", "a code block can do anything"), Map.entry("call", "a procedure can do anything"),
			Map.entry("lock", "the lock ends with the line"), Map.entry("grant", "who may do what is not changed here"),
			Map.entry("revoke", "who may do what is not changed here"),
			Map.entry("merge", "how many rows it touches cannot be told beforehand"));

	private SqlLine() {
	}

	/** Throws an IllegalArgumentException that says why it is no action. */
	static Action read(String written) {
		return read(List.of(written), Layout.USUAL);
	}

	static Action read(List<String> written, Layout layout) {
		List<SqlText> statements = new ArrayList<>();
		for (String sql : written) {
			if (sql.strip().startsWith("\\")) {
				return alone(written, Backslash.read(sql.strip()));
			}
			statements.addAll(SqlText.split(sql));
		}
		if (statements.isEmpty()) {
			throw new IllegalArgumentException("it is empty");
		}
		return (statements.size() == 1) ? single(statements.getFirst(), layout) : several(statements, layout);
	}

	private static Action alone(List<String> written, Action action) {
		if (written.size() > 1) {
			throw new IllegalArgumentException("psql's own commands are understood only alone");
		}
		return action;
	}

	/** More than one only where all read: half of a change done is worse than none. */
	private static Action several(List<SqlText> statements, Layout layout) {
		for (SqlText statement : statements) {
			try {
				ReadOnlySql.demand(statement);
			}
			catch (IllegalArgumentException refused) {
				throw new IllegalArgumentException("of several statements each must only read, and "
						+ Objects.requireNonNullElse(refused.getMessage(), "one does not"), refused);
			}
		}
		return new Query(statements.stream().map(SqlText::text).toList(), layout);
	}

	private static Action single(SqlText sql, Layout layout) {
		String reason = REASONS.get(sql.word(0));
		if (reason != null) {
			throw new IllegalArgumentException(reason);
		}
		return switch (sql.word(0)) {
			case "vacuum", "analyze", "analyse" -> Maintenance.vacuum(sql);
			case "reindex" -> Maintenance.reindex(sql);
			case "select", "with", "show", "explain", "values", "table" -> query(sql, layout);
			default -> sql.text().startsWith("(") ? query(sql, layout) : new SqlChange(sql.text());
		};
	}

	private static Action query(SqlText sql, Layout layout) {
		String upper = sql.text().toUpperCase(Locale.ROOT);
		if (upper.equals("SELECT 1") && layout.equals(Layout.USUAL)) {
			return new Ping();
		}
		Matcher slow = SLOW.matcher(sql.text());
		if (slow.matches() && layout.equals(Layout.USUAL)) {
			String millis = Objects.requireNonNullElse(slow.group("millis"), "0");
			return new SlowQueries(SlowQueries.Order.valueOf(slow.group("order").toUpperCase(Locale.ROOT)),
					Double.parseDouble(millis), Integer.parseInt(slow.group("limit")));
		}
		return ServerCalls.read(sql).orElseGet(() -> new Query(List.of(sql.text()), layout));
	}

}
