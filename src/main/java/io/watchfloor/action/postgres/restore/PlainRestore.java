package io.watchfloor.action.postgres.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.Shell;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * Restores dumps in plain SQL, packed or not, statement by statement over the console's
 * own connection: psql would also do what a file says to psql, such as starting programs.
 */
final class PlainRestore {

	private static final String VERSION = "-- Dumped from database version ";

	private final PostgresServers servers;

	PlainRestore(PostgresServers servers) {
		this.servers = servers;
	}

	/** Whether a file is one of these, by its name. */
	static boolean reads(DumpFile file) {
		return file.path().toString().matches(".*\\.sql(\\.gz)?");
	}

	static String line(DumpFile file, String database) {
		return "every statement of " + Shell.quote(file.path().toString()) + ", in " + database;
	}

	/**
	 * Reads a dump from its first byte to its last, in the words of pg_restore --list.
	 * @throws Problem when it is no dump or is broken
	 */
	DumpContents contents(DumpFile file) {
		SortedMap<String, Long> rows = new TreeMap<>();
		Set<String> inserted = new LinkedHashSet<>();
		StringBuilder list = new StringBuilder();
		try (BufferedReader lines = open(file)) {
			list.append(";     Dumped from database version: ").append(version(file)).append('\n');
			DumpScript script = new DumpScript(lines);
			for (Optional<String> text = script.next(); text.isPresent(); text = script.next()) {
				DumpStatement statement = DumpStatement.of(text.get());
				statement.extension().ifPresent((name) -> list.append("1; 1 1 EXTENSION - ").append(name).append('\n'));
				if (statement.kind() == DumpStatement.Kind.ROWS) {
					rows.merge(statement.table(), count(script), Long::sum);
				}
				else if (!statement.table().isEmpty()) {
					inserted.add(statement.table());
				}
			}
			if (!script.whole()) {
				throw new Problem(Problem.Category.TARGET_SAID_NO,
						file.path() + " is cut off: pg_dump's last line is missing. Take an older dump.");
			}
		}
		catch (IOException broken) {
			throw broken(file, broken);
		}
		Set<String> tables = new LinkedHashSet<>(rows.keySet());
		tables.addAll(inserted);
		tables.forEach((table) -> list.append("1; 1 1 TABLE DATA ").append(table).append('\n'));
		rows.keySet().removeAll(inserted);
		return new DumpContents(list.toString(), rows);
	}

	private static long count(DumpScript script) throws IOException {
		long count = 0;
		while (script.row().isPresent()) {
			count++;
		}
		return count;
	}

	/** The server's version, from the comment at the top. */
	private static String version(DumpFile file) throws IOException {
		try (BufferedReader lines = open(file)) {
			return lines.lines()
				.limit(30)
				.filter((line) -> line.startsWith(VERSION))
				.map((line) -> line.substring(VERSION.length()))
				.findFirst()
				.orElseThrow(() -> new Problem(Problem.Category.TARGET_SAID_NO,
						file.path() + " does not begin as pg_dump's files do. Look at what it holds."));
		}
	}

	/**
	 * Sends it into a database that is there and empty.
	 * @return empty text when it ended well, else why not
	 */
	String restore(DumpFile file, String database, Target target, RunContext context) {
		try (BufferedReader lines = open(file);
				PostgresSession session = this.servers.changing(PostgresServers.database(target, database))) {
			DumpScript script = new DumpScript(lines);
			long tables = 0;
			for (Optional<String> text = script.next(); text.isPresent(); text = script.next()) {
				if (context.cancelled()) {
					return "stopped on request";
				}
				DumpStatement statement = DumpStatement.of(text.get());
				switch (statement.kind()) {
					case LEFT_OUT -> {
					}
					case SENT -> session.execute(statement.text(), context);
					case ROWS -> {
						session.copy(statement.text(), new Rows(script), context);
						context.output(statement.table());
						context.progress(++tables, -1, "tables");
					}
				}
			}
			return "";
		}
		catch (Problem problem) {
			return String.valueOf(problem.getMessage());
		}
		catch (IOException broken) {
			return String.valueOf(broken(file, broken).getMessage());
		}
	}

	private static BufferedReader open(DumpFile file) throws IOException {
		InputStream bytes = Files.newInputStream(file.path());
		boolean packed = file.path().toString().endsWith(".gz");
		return new BufferedReader(
				new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
	}

	private static Problem broken(DumpFile file, IOException broken) {
		return new Problem(Problem.Category.TARGET_SAID_NO,
				file.path() + " cannot be read to its end: " + broken.getMessage() + ". Take an older dump.", broken);
	}

	/** The rows of one table. */
	private static final class Rows implements Iterator<String> {

		private final DumpScript script;

		private Optional<String> next = Optional.empty();

		private boolean ended;

		Rows(DumpScript script) {
			this.script = script;
		}

		@Override
		public boolean hasNext() {
			if (this.next.isEmpty() && !this.ended) {
				try {
					this.next = this.script.row();
				}
				catch (IOException broken) {
					throw new Problem(Problem.Category.TARGET_SAID_NO,
							"The dump cannot be read to its end: " + broken.getMessage() + ".", broken);
				}
				this.ended = this.next.isEmpty();
			}
			return this.next.isPresent();
		}

		@Override
		public String next() {
			if (!hasNext()) {
				throw new NoSuchElementException("the table has no more rows");
			}
			String row = this.next.orElseThrow();
			this.next = Optional.empty();
			return row;
		}

	}

}
