package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.ExplainStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Decides whether a statement only reads: a parser must find exactly one query, no word
 * in it may write, lock or keep what it finds, and every function must be one of
 * PostgreSQL's own that is known to only read. The server's READ ONLY transaction stands
 * behind this, it does not replace it.
 */
final class ReadOnlySql {

	/** Words that write or lock wherever they stand outside quotes. */
	private static final Set<String> WRITING = Set.of("insert", "update", "delete", "merge", "into", "truncate");

	private static final Pattern SHOW = Pattern
		.compile("(?i)SHOW (?:ALL|TIME ZONE|TRANSACTION ISOLATION LEVEL|[a-z_]+(?:\\.[a-z_]+)?)");

	private ReadOnlySql() {
	}

	/** Throws an IllegalArgumentException that says what it does beyond reading. */
	static void demand(String sql) {
		demand(SqlText.single(sql));
	}

	static void demand(SqlText sql) {
		if (SHOW.matcher(sql.text()).matches()) {
			return;
		}
		boolean explained = sql.startsWith("explain");
		boolean executed = !explained || sql.holds("analyze") || sql.holds("analyse");
		demandQuery(sql, explained, executed);
		for (int at = 0; at < sql.tokens().size(); at++) {
			if (executed) {
				demandNothingWritten(sql, at);
			}
			SqlFunctions.demandReading(sql.tokens(), at);
		}
	}

	private static void demandQuery(SqlText sql, boolean explained, boolean executed) {
		Statement statement = parse(sql.text());
		if (explained && statement instanceof ExplainStatement explain) {
			if (executed && !(explain.getStatement() instanceof Select)) {
				throw new IllegalArgumentException("EXPLAIN ANALYZE carries out what it explains");
			}
		}
		else if (!(statement instanceof Select)) {
			throw new IllegalArgumentException("only a single SELECT is run here");
		}
	}

	/** The only statement that the parser finds. */
	static Statement parse(String sql) {
		try {
			Statements statements = CCJSqlParserUtil.parseStatements(sql);
			if (statements.size() == 1) {
				return statements.getFirst();
			}
			throw new IllegalArgumentException("exactly one statement is understood here");
		}
		catch (JSQLParserException | StackOverflowError malformed) {
			throw new IllegalArgumentException("it is not understood as SQL", malformed);
		}
	}

	private static void demandNothingWritten(SqlText sql, int at) {
		String word = sql.word(at);
		boolean column = at > 0 && sql.tokens().get(at - 1).is(".");
		if (WRITING.contains(word) && !column) {
			throw new IllegalArgumentException("'" + sql.tokens().get(at).text() + "' does more than read");
		}
		if (word.equals("share") && List.of("for", "key").contains(sql.word(at - 1))) {
			throw new IllegalArgumentException("FOR SHARE locks the rows");
		}
	}

}
