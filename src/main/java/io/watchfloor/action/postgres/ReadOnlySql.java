package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Decides whether a statement only reads: a parser must find exactly one SELECT, no word
 * in it may write, lock or reach outside, and every function must be on a closed list.
 * The server's READ ONLY transaction stands behind this, it does not replace it.
 */
final class ReadOnlySql {

	private static final int LONGEST = 10_000;

	private static final Set<String> WORDS_REFUSED = Set.of("insert", "update", "delete", "merge", "truncate", "into",
			"lock", "share", "call", "do", "copy", "set", "reset", "create", "alter", "drop", "grant", "revoke",
			"execute", "prepare", "listen", "notify", "load", "vacuum", "analyze", "reindex", "cluster", "lateral",
			"tablesample", "xmltable", "json_table");

	/** Words before a bracket that call nothing. */
	private static final Set<String> NO_FUNCTION = Set.of("in", "exists", "any", "all", "some", "and", "or", "not",
			"where", "from", "select", "on", "using", "over", "filter", "as", "join", "union", "except", "intersect",
			"by", "when", "then", "else", "between", "values", "having", "is", "like", "ilike", "distinct", "numeric",
			"varchar", "char", "decimal", "timestamp", "time", "limit", "offset", "array", "materialized");

	private static final Set<String> FUNCTIONS = Set.of("count", "sum", "avg", "min", "max", "now", "round", "floor",
			"ceil", "ceiling", "abs", "coalesce", "nullif", "greatest", "least", "lower", "upper", "length", "left",
			"right", "substring", "substr", "trim", "btrim", "ltrim", "rtrim", "replace", "concat", "concat_ws",
			"split_part", "string_agg", "array_agg", "cast", "extract", "date_part", "date_trunc", "age", "to_char",
			"to_timestamp", "clock_timestamp", "statement_timestamp", "row_number", "rank", "dense_rank", "lag", "lead",
			"percentile_cont", "percentile_disc", "within", "group", "bool_and", "bool_or", "version",
			"current_database", "pg_size_pretty", "pg_database_size", "pg_relation_size", "pg_total_relation_size",
			"pg_table_size", "pg_indexes_size", "pg_is_in_recovery", "pg_postmaster_start_time",
			"pg_last_xact_replay_timestamp", "pg_last_wal_receive_lsn", "pg_last_wal_replay_lsn", "pg_current_wal_lsn",
			"pg_wal_lsn_diff", "pg_get_indexdef", "pg_blocking_pids", "quote_ident", "format_type");

	private ReadOnlySql() {
	}

	/** Throws an IllegalArgumentException that says what it does beyond reading. */
	static void demand(String sql) {
		if (sql.length() > LONGEST || sql.chars().anyMatch((c) -> c == 0 || c == '\\')) {
			throw refused("it is too long or holds a character that is not understood");
		}
		List<SqlToken> tokens = SqlToken.split(sql);
		demandSingleSelect(sql);
		for (int at = 0; at < tokens.size(); at++) {
			demandHarmless(tokens, at);
		}
	}

	private static void demandSingleSelect(String sql) {
		try {
			List<Statement> statements = CCJSqlParserUtil.parseStatements(sql);
			if (statements.size() != 1 || !(statements.getFirst() instanceof Select)) {
				throw refused("only a single SELECT is run here");
			}
		}
		catch (JSQLParserException malformed) {
			throw refused("it is not understood as SQL");
		}
	}

	private static void demandHarmless(List<SqlToken> tokens, int at) {
		SqlToken token = tokens.get(at);
		boolean call = at + 1 < tokens.size() && tokens.get(at + 1).text().equals("(");
		boolean last = at == tokens.size() - 1;
		String word = token.text().toLowerCase(Locale.ROOT);
		switch (token.kind()) {
			case WORD -> {
				if (WORDS_REFUSED.contains(word)) {
					throw refused("'" + token.text() + "' does more than read");
				}
				if (call && !NO_FUNCTION.contains(word) && !FUNCTIONS.contains(word)) {
					throw refused("the function " + token.text() + " is not one that is known to only read");
				}
			}
			case QUOTED -> {
				if (call) {
					throw refused("the function " + token.text() + " is not one that is known to only read");
				}
			}
			case SYMBOL -> {
				if (token.text().equals(";") && !last) {
					throw refused("only a single SELECT is run here");
				}
			}
			case STRING, NUMBER -> {
				// stands for itself
			}
		}
	}

	private static IllegalArgumentException refused(String why) {
		return new IllegalArgumentException(why);
	}

}
