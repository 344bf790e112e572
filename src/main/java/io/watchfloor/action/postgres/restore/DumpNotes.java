package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.kernel.Problem;

/** What a dump of this database will take and hold. */
record DumpNotes(DumpDatabase action, DumpPlace place, PostgresSession session) {

	/** Ordinary tables with data of their own, as a dump names them. */
	private static final String TABLES = """
			SELECT c.oid::regclass::text AS shown, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
			       pg_table_size(c.oid) AS size
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
			  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
			  AND (?::text IS NULL OR c.oid = to_regclass(?::text)) ORDER BY size DESC, name""";

	/** The table as SQL writes it, so that no pattern is read into it; empty for all. */
	String table() {
		if (this.action.table().isEmpty()) {
			return "";
		}
		List<Map<String, String>> found = tables();
		if (found.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"There is no table " + this.action.table() + " in " + this.session.address() + ".");
		}
		return found.getFirst().getOrDefault("name", "");
	}

	private List<Map<String, String>> tables() {
		String only = this.action.table();
		return only.isEmpty()
				? this.session.rows(TABLES.replace("(?::text IS NULL OR c.oid = to_regclass(?::text))", "true"))
				: this.session.rows(TABLES, only, only);
	}

	/** A program older than the server refuses to dump it. */
	void demandPossible(int program) {
		int server = this.session.version() / 10_000;
		if (program < server) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "pg_dump of this machine is version " + program
					+ ", the server is " + server + "; it refuses newer servers. Install a newer postgresql-client.");
		}
	}

	void add(PlanDraft draft) {
		List<Map<String, String>> tables = tables();
		draft.mark("tables",
				tables.stream().map((row) -> row.getOrDefault("name", "")).sorted().collect(Collectors.joining("\n")));
		long bytes = tables.stream().mapToLong((row) -> Long.parseLong(row.getOrDefault("size", "0"))).sum();
		draft.change("file " + this.place.file(), null,
				tables.size() + " tables, at most about " + DumpFile.words(bytes) + " before it is packed");
		tables.forEach((row) -> draft
			.sample(row.get("shown") + ", " + DumpFile.words(Long.parseLong(row.getOrDefault("size", "0")))));
		draft.effect("It is written on this machine, by the console's own account, with the target's user.");
		draft.effect(
				"It reads one moment of the database; as long as it runs, VACUUM keeps what is older, and DDL waits.");
		draft.aside("the folder", (plan) -> folder(bytes, plan));
		draft.warn("Roles and their passwords are not in it (pg_dumpall --globals-only). It is not encrypted.");
		if (!this.action.table().isEmpty()) {
			draft.warn("One table only: what it refers to and what refers to it is not in it.");
		}
	}

	private void folder(long bytes, PlanDraft draft) {
		try {
			draft.effect("The newest file there is " + this.place.newest().orElse("none; it is the first"));
			draft.effect(DumpFile.words(this.place.free()) + " are free there");
			if (this.place.free() < bytes) {
				draft.danger("The disk may get full: less is free than the tables take.");
			}
			if (Files.exists(this.place.part())) {
				draft.warn("Of an attempt before, " + this.place.part() + " is left; it is overwritten.");
			}
		}
		catch (IOException unreadable) {
			draft.warn("The folder could not be looked at: " + unreadable.getMessage());
		}
	}

}
