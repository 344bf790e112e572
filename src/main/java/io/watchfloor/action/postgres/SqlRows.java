package io.watchfloor.action.postgres;

import java.util.Set;

import io.watchfloor.kernel.Risk;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Values;

/**
 * Turns UPDATE, DELETE and INSERT into the queries that tell beforehand what they touch,
 * cut from the statement's own text so that both mean the same rows.
 */
final class SqlRows {

	private static final Set<String> NOT_UNDERSTOOD = Set.of("returning", "conflict", "limit", "order", "current");

	private SqlRows() {
	}

	static SqlShape chosen(SqlText text) {
		demandPlain(text);
		boolean delete = text.word(0).equals("delete");
		int target = delete ? 2 : 1;
		int where = text.top("where", target);
		int end = (where < 0) ? text.tokens().size() : where;
		int set = delete ? end : text.top("set", target);
		int others = text.top(delete ? "using" : "from", target);
		others = (others < 0 || others > end) ? end : others;
		int targetEnd = delete ? others : set;
		if ((delete && !text.word(1).equals("from")) || set < 0 || targetEnd <= target) {
			throw new IllegalArgumentException("this form of the statement is not understood");
		}
		target += text.word(target).equals("only") ? 1 : 0;
		String name = SqlNames.at(text, target);
		String alias = alias(text, target, targetEnd);
		String from = text.slice(delete ? 2 : 1, targetEnd)
				+ ((others < end) ? ", " + text.slice(others + 1, end) : "");
		String condition = (where < 0) ? "" : " " + text.slice(where, text.tokens().size());
		String count = "SELECT count(DISTINCT (%1$s.tableoid, %1$s.ctid)) AS rows, coalesce(sum(hashtext(%1$s::text)::bigint), 0) AS digest FROM %2$s%3$s"
			.formatted(alias, from, condition);
		String samples = "SELECT %1$s::text AS row FROM %2$s%3$s LIMIT 20".formatted(alias, from, condition);
		return new SqlShape.Rows(Risk.DESTRUCTIVE, (delete ? "Delete rows of " : "Update rows of ") + name, delete,
				count, samples);
	}

	private static void demandPlain(SqlText text) {
		text.tokens().stream().map(SqlToken::word).filter(NOT_UNDERSTOOD::contains).findFirst().ifPresent((word) -> {
			throw new IllegalArgumentException("with '" + word + "' it cannot be told beforehand what it touches");
		});
	}

	/**
	 * How the statement calls its table: by an alias, or by the name without its schema.
	 */
	private static String alias(SqlText text, int target, int end) {
		int after = SqlNames.end(text, target);
		boolean star = after < end && text.tokens().get(after).is("*");
		after += star ? 1 : 0;
		after += text.word(after).equals("as") ? 1 : 0;
		if (after == end) {
			return text.tokens().get(SqlNames.end(text, target) - 1).text();
		}
		if (after == end - 1) {
			return SqlNames.at(text, after);
		}
		throw new IllegalArgumentException("this form of the statement is not understood");
	}

	/** Only rows that are written out can be looked for afterwards. */
	static SqlShape added(SqlText text) {
		demandPlain(text);
		if (!(ReadOnlySql.parse(text.text()) instanceof Insert insert) || !(insert.getSelect() instanceof Values values)
				|| insert.getColumns() == null || !text.word(1).equals("into")) {
			throw new IllegalArgumentException("only INSERT INTO table (columns) VALUES (…) can be checked afterwards");
		}
		int after = SqlNames.end(text, 2);
		int start = text.top("values", after);
		String list = text.slice(start + 1, text.tokens().size());
		if (list.isEmpty() || text.word(after).equals("as")) {
			throw new IllegalArgumentException("this form of the statement is not understood");
		}
		demandWrittenOut(text, start + 1);
		String name = SqlNames.at(text, 2);
		String there = "SELECT count(*) AS rows FROM %s WHERE %s IN (%s)".formatted(name, text.slice(after, start),
				list);
		return new SqlShape.NewRows(Risk.DISRUPTIVE, "Insert rows into " + name, rows(values), there);
	}

	private static void demandWrittenOut(SqlText text, int from) {
		for (int at = from; at < text.tokens().size(); at++) {
			String word = text.word(at);
			if (!word.isEmpty() && !Set.of("true", "false").contains(word)) {
				throw new IllegalArgumentException("only values that are written out can be looked for afterwards");
			}
		}
	}

	private static long rows(Values values) {
		ExpressionList<?> list = values.getExpressions();
		boolean many = !list.isEmpty() && list.stream().allMatch((Expression one) -> one instanceof ExpressionList<?>);
		return many ? list.size() : 1;
	}

}
