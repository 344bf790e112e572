package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.postgres.SqlObject.Kind;
import io.watchfloor.action.postgres.SqlShape.Expected;
import io.watchfloor.kernel.Risk;

/**
 * Finds out what a changing statement does. What cannot be counted or looked at before
 * and after is refused: a change nobody can check is no action.
 */
final class SqlShapes {

	private static final Set<String> RELATIONS = Set.of("table", "index", "view", "sequence");

	private static final Set<String> CONSTRAINTS = Set.of("unique", "key", "check");

	private static final Map<String, Kind> OTHERS = Map.of("database", Kind.DATABASE, "extension", Kind.EXTENSION,
			"schema", Kind.SCHEMA);

	private SqlShapes() {
	}

	/** Throws an IllegalArgumentException that says why it is no action. */
	static SqlShape of(String sql) {
		SqlText text = SqlText.single(sql);
		for (int at = 0; at < text.tokens().size(); at++) {
			if (!named(text, at)) {
				SqlFunctions.demandReading(text.tokens(), at);
			}
		}
		if (text.holds("password")) {
			throw new IllegalArgumentException("a password is written into the line. Take it out of the runbook");
		}
		return switch (text.word(0)) {
			case "update", "delete" -> parsed(text, SqlRows.chosen(text));
			case "insert" -> parsed(text, SqlRows.added(text));
			case "truncate" -> parsed(text, truncate(text));
			case "create" -> parsed(text, create(text));
			case "drop" -> parsed(text, drop(text));
			case "alter" -> alter(text);
			case "reindex", "cluster", "refresh", "vacuum" -> rebuild(text);
			default -> throw new IllegalArgumentException("what it changes cannot be looked at before and after");
		};
	}

	/**
	 * Whether a bracket behind a token calls nothing, by the statement it stands in: a
	 * list of columns behind a table's name, or a key word that only this statement has.
	 */
	private static boolean named(SqlText text, int at) {
		boolean qualified = at > 1 && text.tokens().get(at - 1).is(".");
		String before = text.word(qualified ? at - 3 : at - 1);
		return switch (text.word(0)) {
			case "insert" -> before.equals("into");
			case "alter" -> before.equals("references") || CONSTRAINTS.contains(text.word(at));
			case "create" -> {
				boolean index = text.startsWith("create", "index") || text.startsWith("create", "unique", "index");
				yield index ? Set.of("on", "using").contains(before) || text.word(at).equals("include")
						: Set.of("table", "exists", "references").contains(before)
								|| CONSTRAINTS.contains(text.word(at));
			}
			default -> false;
		};
	}

	private static SqlShape parsed(SqlText text, SqlShape shape) {
		ReadOnlySql.parse(text.text());
		return shape;
	}

	private static SqlShape truncate(SqlText text) {
		int at = text.word(1).equals("table") ? 2 : 1;
		if (text.holds("cascade") || text.word(at).equals("only")) {
			throw new IllegalArgumentException("TRUNCATE with CASCADE also empties tables that it does not name");
		}
		int end = Math.max(text.top("restart", at), text.top("continue", at));
		List<String> names = SqlNames.list(text, at, (end < 0) ? text.tokens().size() : end);
		return new SqlShape.Objects(Risk.DESTRUCTIVE, "Empty " + String.join(", ", names),
				objects(Kind.RELATION, names), Expected.EMPTY, false);
	}

	private static SqlShape create(SqlText text) {
		int at = text.word(1).equals("unique") ? 2 : 1;
		boolean view = text.word(1).equals("materialized");
		String what = text.word(view ? 2 : at);
		int name = (view ? 3 : at + 1) + (text.word(at + 1).equals("concurrently") ? 1 : 0);
		boolean concurrently = text.holds("concurrently");
		if (text.word(name).equals("if")) {
			name += 3;
		}
		if ((!RELATIONS.contains(what) && !OTHERS.containsKey(what)) || text.word(name).equals("on")) {
			throw new IllegalArgumentException("only a named table, index, view, sequence, schema, extension or "
					+ "database can be looked at before and after");
		}
		List<String> names = List.of(SqlNames.at(text, name));
		Risk risk = (what.equals("index") && !concurrently) ? Risk.DISRUPTIVE : Risk.REVERSIBLE;
		return new SqlShape.Objects(risk, "Create the " + what + " " + names.getFirst(), objects(kind(what), names),
				Expected.PRESENT, concurrently || what.equals("database"));
	}

	private static SqlShape drop(SqlText text) {
		boolean view = text.word(1).equals("materialized");
		String what = text.word(view ? 2 : 1);
		int at = view ? 3 : 2;
		boolean concurrently = text.word(at).equals("concurrently");
		at += concurrently ? 1 : 0;
		at += text.word(at).equals("if") ? 2 : 0;
		if (!RELATIONS.contains(what) && !OTHERS.containsKey(what)) {
			throw new IllegalArgumentException("what it drops cannot be looked at before and after");
		}
		if (text.holds("cascade") || text.holds("force")) {
			throw new IllegalArgumentException("DROP with CASCADE or FORCE also ends what it does not name");
		}
		int end = text.top("restrict", at);
		List<String> names = SqlNames.list(text, at, (end < 0) ? text.tokens().size() : end);
		return new SqlShape.Objects(what.equals("index") ? Risk.DISRUPTIVE : Risk.DESTRUCTIVE,
				"Drop the " + what + " " + String.join(", ", names), objects(kind(what), names), Expected.ABSENT,
				concurrently || what.equals("database"));
	}

	private static SqlShape alter(SqlText text) {
		if (text.startsWith("alter", "system")) {
			if ((!text.word(2).equals("set") && !text.word(2).equals("reset")) || text.word(3).equals("all")) {
				throw new IllegalArgumentException("only ALTER SYSTEM SET and RESET of one setting are understood");
			}
			String name = SqlNames.at(text, 3);
			return new SqlShape.Objects(Risk.DISRUPTIVE, "Write down the setting " + name,
					List.of(new SqlObject(Kind.SETTING, name)), Expected.CHANGED, true);
		}
		String what = text.word(1);
		if (!RELATIONS.contains(what)) {
			throw new IllegalArgumentException("only ALTER SYSTEM, TABLE, INDEX, VIEW and SEQUENCE are understood");
		}
		int at = text.word(2).equals("if") ? 4 : 2;
		at += text.word(at).equals("only") ? 1 : 0;
		String name = SqlNames.at(text, at);
		Risk risk = text.holds("drop") ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
		return new SqlShape.Objects(risk, "Alter the " + what + " " + name, List.of(new SqlObject(Kind.RELATION, name)),
				Expected.CHANGED, false);
	}

	/** What writes a table's or an index's files anew under a lock. */
	private static SqlShape rebuild(SqlText text) {
		List<String> names = new ArrayList<>();
		Kind kind = Kind.FILES;
		int end = text.tokens().size();
		if (text.startsWith("refresh", "materialized", "view") && !text.holds("concurrently")) {
			names.addAll(SqlNames.list(text, 3, end));
		}
		else if (text.startsWith("reindex", "table") || text.startsWith("reindex", "index")) {
			names.addAll(SqlNames.list(text, 2, end));
		}
		else if (text.startsWith("reindex", "database")) {
			names.addAll(SqlNames.list(text, 2, end));
			kind = Kind.ALL_INDEXES;
		}
		else if (text.startsWith("vacuum", "full")) {
			int at = text.word(2).equals("analyze") || text.word(2).equals("verbose") ? 3 : 2;
			names.addAll(SqlNames.list(text, at, end));
		}
		else if (text.startsWith("cluster")) {
			int using = text.top("using", 1);
			names.addAll(SqlNames.list(text, 1, (using < 0) ? end : using));
		}
		if (names.size() != 1) {
			throw new IllegalArgumentException(
					"only VACUUM FULL, REINDEX, CLUSTER and REFRESH MATERIALIZED VIEW of one table, index or view are "
							+ "understood");
		}
		boolean alone = text.startsWith("vacuum") || kind == Kind.ALL_INDEXES;
		return new SqlShape.Objects(Risk.DISRUPTIVE, "Rebuild " + names.getFirst() + " under a lock",
				objects(kind, names), Expected.CHANGED, alone);
	}

	private static Kind kind(String what) {
		return OTHERS.getOrDefault(what, Kind.RELATION);
	}

	private static List<SqlObject> objects(Kind kind, List<String> names) {
		return names.stream().map((name) -> new SqlObject(kind, name)).toList();
	}

}
