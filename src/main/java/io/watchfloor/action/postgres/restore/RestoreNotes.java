package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Counted;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.kernel.Problem;

/** What speaks against a restore, and what it would bring back. */
final class RestoreNotes {

	private final RestoreDump action;

	private final DumpFile file;

	private final DumpContents contents;

	private final PostgresSession session;

	RestoreNotes(RestoreDump action, DumpFile file, DumpContents contents, PostgresSession session) {
		this.action = action;
		this.file = file;
		this.contents = contents;
		this.session = session;
	}

	/** What makes it impossible is a problem, not a warning. */
	void demandPossible() {
		if (exists(this.action.database(), this.session)) {
			throw no("There is a database " + this.action.database() + " already. A restore goes only into a new one;"
					+ " choose another name.");
		}
		if (!may("rolcreatedb") && !may("rolsuper")) {
			throw no("The target's user may not create databases. Give it CREATEDB, or let another user restore.");
		}
		if (this.contents.major() > this.session.version() / 10_000) {
			throw no("The dump is of PostgreSQL " + this.contents.major() + ", the server is "
					+ this.session.version() / 10_000 + ". Restore into a server that is at least as new.");
		}
		List<String> missing = this.contents.extensions().stream().filter((name) -> !available(name)).toList();
		if (!missing.isEmpty()) {
			throw no("The server has no extension " + String.join(", ", missing) + ", which the dump needs.");
		}
	}

	static boolean exists(String database, PostgresSession session) {
		return !session.rows("SELECT 1 FROM pg_database WHERE datname = ?", database).isEmpty();
	}

	private boolean may(String what) {
		return this.session.rows("SELECT " + what + " AS may FROM pg_roles WHERE rolname = current_user")
			.getFirst()
			.containsValue("t");
	}

	private boolean available(String extension) {
		return !this.session.rows("SELECT 1 FROM pg_available_extensions WHERE name = ?", extension).isEmpty();
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message);
	}

	void add(PlanDraft draft, Instant now) {
		String source = this.contents.head("dbname").orElse("?");
		draft.effect("The dump is " + DumpFile.words(this.file.size()) + ", of database " + source + " at "
				+ this.contents.head("Archive created").orElse("?") + ", PostgreSQL "
				+ this.contents.head("Dumped from database version").orElse("?"));
		draft.effect("It was read from beginning to end: " + Counted.of(this.contents.rows().size(), "table") + ", "
				+ Counted.of(this.contents.allRows(), "row"));
		draft.effect("Owners and privileges of the dump are not restored; everything belongs to the target's user.");
		if (this.contents.uncounted() > 0) {
			draft.mark("uncounted", Long.toString(this.contents.uncounted()));
			draft.warn("The rows of " + this.contents.uncounted()
					+ " tables cannot be counted in the dump (it was made with"
					+ " --inserts); a person must compare them.");
		}
		Duration age = Duration.between(this.file.modified(), now);
		if (age.toDays() >= 1) {
			draft.warn("The file is " + age.toDays() + " days old; what came after it is not in it.");
		}
		draft.aside("free disk", this::disk);
		draft.aside("the database that the dump is of", (plan) -> lost(source, plan));
	}

	/** Only a server on this machine shows its disk. */
	private void disk(PlanDraft draft) {
		String folder = this.session.rows("SELECT coalesce(current_setting('data_directory', true), '') AS folder")
			.getFirst()
			.getOrDefault("folder", "");
		long needed = this.file.size() * 4;
		try {
			if (!this.session.address().matches("(127\\.0\\.0\\.1|localhost)[:/].*")
					|| !Files.isDirectory(Path.of(folder))) {
				draft.warn("The server's free disk is not known here; it needs room for the whole database.");
				return;
			}
			FileStore disk = Files.getFileStore(Path.of(folder));
			String room = DumpFile.words(disk.getUsableSpace()) + " of the server's disk are free";
			if (disk.getUsableSpace() < needed) {
				throw no(room + ", which is not four times the dump. Make room first.");
			}
			draft.effect(room);
		}
		catch (IOException unreadable) {
			draft.warn("The server's free disk could not be read: " + unreadable.getMessage());
		}
	}

	/** The live database, when it is the one that the target is. */
	private void lost(String source, PlanDraft draft) {
		if (!this.session.address().endsWith("/" + source)) {
			draft.effect("The live database is not this target; nothing is compared with it.");
			return;
		}
		this.contents.rows().forEach((table, rows) -> {
			List<Map<String, String>> live = this.session
				.rows("SELECT n_live_tup AS live FROM pg_stat_user_tables WHERE relid = to_regclass(?)", table);
			draft.sample(table + ": " + rows + " rows in the dump, " + (live.isEmpty() ? "not in the live database"
					: "about " + live.getFirst().getOrDefault("live", "?") + " live"));
		});
	}

}
