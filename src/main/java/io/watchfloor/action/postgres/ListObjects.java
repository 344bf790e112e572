package io.watchfloor.action.postgres;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Lists objects of the server or database, as psql's own commands do.
 *
 * @param kind of what
 */
public record ListObjects(Kind kind) implements Action {

	private static final String RELATIONS = """
			SELECT n.nspname AS "Schema", c.relname AS "Name", CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN
			  'partitioned table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index' WHEN 'I' THEN
			  'partitioned index' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table' END AS "Type",
			  pg_get_userbyid(c.relowner) AS "Owner"
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN (%s) AND n.nspname <> 'pg_catalog' AND n.nspname !~ '^pg_toast'
			  AND n.nspname <> 'information_schema' AND pg_table_is_visible(c.oid) ORDER BY 1, 2""";

	private static final String SIZED = RELATIONS.replace("pg_get_userbyid(c.relowner) AS \"Owner\"",
			"pg_get_userbyid(c.relowner) AS \"Owner\", pg_size_pretty(pg_table_size(c.oid)) AS \"Size\"");

	/** What is listed, by which of psql's commands. */
	public enum Kind {

		/** Databases. */
		DATABASES("\\l", "databases",
				"""
						SELECT datname AS "Name", pg_get_userbyid(datdba) AS "Owner", pg_encoding_to_char(encoding) AS "Encoding",
						  datcollate AS "Collate", datctype AS "Ctype", array_to_string(datacl, E'\\n') AS "Access privileges"
						FROM pg_database ORDER BY 1"""),
		/** Databases with their sizes. */
		DATABASES_AND_SIZES("\\l+", "databases and their sizes",
				"""
						SELECT datname AS "Name", pg_get_userbyid(datdba) AS "Owner", pg_encoding_to_char(encoding) AS "Encoding",
						  CASE WHEN has_database_privilege(datname, 'CONNECT') THEN pg_size_pretty(pg_database_size(datname))
						  ELSE 'No Access' END AS "Size" FROM pg_database ORDER BY 1"""),
		/** Tables, views and sequences. */
		RELATIONS("\\d", "tables, views and sequences",
				ListObjects.RELATIONS.formatted("'r', 'p', 'v', 'm', 'S', 'f'")),
		/** Tables. */
		TABLES("\\dt", "tables", ListObjects.RELATIONS.formatted("'r', 'p'")),
		/** Tables with their sizes. */
		TABLES_AND_SIZES("\\dt+", "tables and their sizes", SIZED.formatted("'r', 'p'")),
		/** Indexes. */
		INDEXES("\\di", "indexes", ListObjects.RELATIONS.formatted("'i', 'I'")),
		/** Indexes with their sizes. */
		INDEXES_AND_SIZES("\\di+", "indexes and their sizes", SIZED.formatted("'i', 'I'")),
		/** Views. */
		VIEWS("\\dv", "views", ListObjects.RELATIONS.formatted("'v'")),
		/** Materialized views. */
		MATERIALIZED_VIEWS("\\dm", "materialized views", ListObjects.RELATIONS.formatted("'m'")),
		/** Sequences. */
		SEQUENCES("\\ds", "sequences", ListObjects.RELATIONS.formatted("'S'")),
		/** Schemas. */
		SCHEMAS("\\dn", "schemas", """
				SELECT nspname AS "Name", pg_get_userbyid(nspowner) AS "Owner" FROM pg_namespace
				WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1"""),
		/** Roles. */
		ROLES("\\du", "roles",
				"""
						SELECT rolname AS "Role name", concat_ws(', ', CASE WHEN rolsuper THEN 'Superuser' END, CASE WHEN NOT rolinherit
						  THEN 'No inheritance' END, CASE WHEN rolcreaterole THEN 'Create role' END, CASE WHEN rolcreatedb THEN
						  'Create DB' END, CASE WHEN NOT rolcanlogin THEN 'Cannot login' END, CASE WHEN rolreplication THEN
						  'Replication' END, CASE WHEN rolbypassrls THEN 'Bypass RLS' END) AS "Attributes",
						  ARRAY(SELECT b.rolname FROM pg_auth_members m JOIN pg_roles b ON m.roleid = b.oid WHERE m.member = r.oid)
						    AS "Member of"
						FROM pg_roles r WHERE rolname !~ '^pg_' ORDER BY 1"""),
		/** Extensions. */
		EXTENSIONS("\\dx", "extensions",
				"""
						SELECT e.extname AS "Name", e.extversion AS "Version", n.nspname AS "Schema", d.description AS "Description"
						FROM pg_extension e LEFT JOIN pg_namespace n ON n.oid = e.extnamespace
						LEFT JOIN pg_description d ON d.objoid = e.oid AND d.classoid = 'pg_extension'::regclass ORDER BY 1"""),
		/** The connection itself. */
		CONNECTION("\\conninfo", "the connection", """
				SELECT current_database() AS "Database", current_user AS "User", inet_server_addr() AS "Server",
				  inet_server_port() AS "Port", version() AS "Version\"""");

		private final String command;

		private final String title;

		private final String sql;

		Kind(String command, String title, String sql) {
			this.command = command;
			this.title = title;
			this.sql = sql;
		}

		String command() {
			return this.command;
		}

		String sql() {
			return this.sql;
		}

	}

	public ListObjects {
		Objects.requireNonNull(kind, "kind");
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "List " + this.kind.title;
	}

	@Override
	public String commandLine() {
		return "psql -c '" + this.kind.command + "'";
	}

}
