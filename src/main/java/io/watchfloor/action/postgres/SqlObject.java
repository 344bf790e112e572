package io.watchfloor.action.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something with a name that a statement creates, changes or drops.
 *
 * @param name as SQL writes it; it is only ever a parameter of a lookup
 */
record SqlObject(Kind kind, String name) {

	/** What can be looked up, and how: one row with {@code marker} and {@code words}. */
	enum Kind {

		/** A table, index, view or sequence, with all that defines it. */
		RELATION(
				"""
						SELECT concat_ws(' ', c.oid, c.relfilenode, i.indisvalid, md5(concat_ws('|', c.relname, n.nspname, c.relowner,
						    c.reloptions, c.relacl, c.relreplident, c.relrowsecurity,
						    (SELECT string_agg(concat_ws(' ', attname, atttypid, atttypmod, attnotnull, attisdropped, attoptions,
						      attstattarget, pg_get_expr(d.adbin, d.adrelid)), ',' ORDER BY attnum) FROM pg_attribute a
						      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid),
						    (SELECT string_agg(concat_ws(' ', conname, pg_get_constraintdef(oid)), ',' ORDER BY conname) FROM pg_constraint
						      WHERE conrelid = c.oid),
						    (SELECT string_agg(concat_ws(' ', tgname, tgenabled), ',' ORDER BY tgname) FROM pg_trigger WHERE tgrelid = c.oid))))
						    AS marker,
						  concat_ws(', ', CASE c.relkind WHEN 'i' THEN 'index' WHEN 'r' THEN 'table' WHEN 'v' THEN 'view'
						    WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE c.relkind::text END,
						    pg_size_pretty(pg_total_relation_size(c.oid)),
						    CASE WHEN NOT i.indisvalid THEN 'invalid' END, nullif(array_to_string(c.reloptions, ' '), '')) AS words,
						  (i.indisvalid IS DISTINCT FROM false)::text AS sound
						FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
						WHERE c.oid = to_regclass(?)"""),
		/** The files of a table's or index's content: new ones after a rebuild. */
		FILES("""
				SELECT md5(string_agg(concat_ws(' ', c.oid, pg_relation_filenode(c.oid)), ',' ORDER BY c.oid)) AS marker,
				  concat_ws(', ', count(*) || ' relations', pg_size_pretty(sum(pg_relation_size(c.oid)))) AS words,
				  'true' AS sound
				FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
				WHERE to_regclass(?) IN (c.oid, i.indrelid) HAVING count(*) > 0"""),
		/**
		 * The files of all indexes of the database of that name, which must be this one.
		 */
		ALL_INDEXES(
				"""
						SELECT md5(string_agg(concat_ws(' ', c.oid, pg_relation_filenode(c.oid)), ',' ORDER BY c.oid)) AS marker,
						  concat_ws(', ', count(*) || ' indexes', pg_size_pretty(sum(pg_relation_size(c.oid)))) AS words,
						  'true' AS sound
						FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
						WHERE c.relkind = 'i' AND n.nspname NOT LIKE 'pg\\_%' AND quote_ident(current_database()) = ?
						HAVING count(*) > 0"""),
		/** A database of the server. */
		DATABASE(
				"""
						SELECT d.oid::text AS marker, concat_ws(', ', pg_size_pretty(pg_database_size(d.oid)),
						  (SELECT count(*) FROM pg_stat_activity WHERE datid = d.oid) || ' connections') AS words, 'true' AS sound
						FROM pg_database d WHERE quote_ident(d.datname) = ?"""),
		/** An extension of the database. */
		EXTENSION("""
				SELECT oid || ' ' || extversion AS marker, 'version ' || extversion AS words, 'true' AS sound
				FROM pg_extension WHERE quote_ident(extname) = ?"""),
		/** A schema. */
		SCHEMA("""
				SELECT oid::text AS marker,
				  (SELECT count(*) FROM pg_class c WHERE c.relnamespace = n.oid) || ' relations' AS words, 'true' AS sound
				FROM pg_namespace n WHERE quote_ident(nspname) = ?"""),
		/**
		 * A setting that ALTER SYSTEM has written down, which needs the right to see it.
		 */
		SETTING("""
				SELECT coalesce(f.setting, 'default') AS marker, concat_ws(', ', 'running: ' || s.setting || coalesce(s.unit, ''),
				  'written: ' || coalesce(f.setting, 'nothing'), CASE s.context WHEN 'postmaster' THEN 'needs a restart'
				  ELSE 'needs a reload' END) AS words, 'true' AS sound
				FROM pg_settings s LEFT JOIN LATERAL (SELECT setting FROM pg_file_settings f WHERE f.name = s.name
				  AND f.sourcefile LIKE '%postgresql.auto.conf' ORDER BY seqno DESC LIMIT 1) f ON true
				WHERE s.name = lower(?)""");

		private final String sql;

		Kind(String sql) {
			this.sql = sql;
		}

	}

	/** What was found. */
	record State(boolean exists, boolean sound, String marker, String words) {
	}

	State look(PostgresSession session) {
		List<Map<String, String>> rows = session.rows(this.kind.sql, this.name);
		if (rows.isEmpty()) {
			return new State(false, false, "absent", "is not there");
		}
		Map<String, String> row = rows.getFirst();
		return new State(true, "true".equals(row.get("sound")), row.getOrDefault("marker", ""),
				row.getOrDefault("words", ""));
	}

	/** How a plan calls it. */
	String words() {
		return switch (this.kind) {
			case RELATION, FILES -> this.name;
			case ALL_INDEXES -> "all indexes of " + this.name;
			case DATABASE, EXTENSION, SCHEMA, SETTING -> this.kind.name().toLowerCase(Locale.ROOT) + " " + this.name;
		};
	}

}
