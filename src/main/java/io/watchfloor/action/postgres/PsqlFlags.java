package io.watchfloor.action.postgres;

import java.util.Objects;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;

/** What a psql line says besides its statement. The user is the target's own. */
record PsqlFlags(TargetHint hint, String sql) {

	static PsqlFlags read(Arguments arguments) {
		Parser parser = new Parser(arguments);
		while (arguments.more()) {
			parser.word(arguments.next("a word"));
		}
		if (parser.sql == null) {
			throw arguments.problem("only psql -c with a statement is understood.");
		}
		return new PsqlFlags(parser.hint(), Objects.requireNonNull(parser.sql));
	}

	/** Collects while it reads. */
	private static final class Parser {

		/** Flags about how the answer looks. */
		private static final Set<String> HARMLESS = Set.of("-t", "-A", "-x", "-q", "-X", "-w", "-tA", "-At", "-qtA",
				"-tAq", "-Atq", "--no-password", "--tuples-only", "--no-align", "--expanded", "--quiet", "--no-psqlrc");

		private final Arguments arguments;

		private @Nullable Word database;

		private @Nullable Word host;

		private @Nullable String sql;

		private String port = "";

		private Parser(Arguments arguments) {
			this.arguments = arguments;
		}

		private void word(Word word) {
			String text = word.literal().orElse("");
			if (HARMLESS.contains(text)) {
				return;
			}
			switch (text) {
				case "-U", "--username" -> this.arguments.next("the user");
				case "-h", "--host" -> this.host = once(this.host, this.arguments.next("the host"));
				case "-p", "--port" -> this.port = ":" + this.arguments.nextNumber("the port", 1, 65_535);
				case "-d", "--dbname" -> this.database = once(this.database, this.arguments.next("the database"));
				case "-c", "--command" -> sql(this.arguments.nextLiteral("the statement"));
				default -> {
					if (text.startsWith("-")) {
						throw this.arguments.problem("the flag " + text + " is not understood.");
					}
					this.database = once(this.database, word);
				}
			}
		}

		private Word once(@Nullable Word before, Word word) {
			if (before != null) {
				throw this.arguments.problem("'" + word.source() + "' is one name too many.");
			}
			return word;
		}

		private void sql(String statement) {
			if (this.sql != null) {
				throw this.arguments.problem("more than one statement is not understood.");
			}
			this.sql = statement;
		}

		private TargetHint hint() {
			Word named = (this.host != null) ? this.host : this.database;
			if (named != null && named.variable().isPresent()) {
				return new TargetHint.Variable(named.variable().get());
			}
			String name = (this.database != null) ? literal(this.database) : "";
			if (name.contains("://")) {
				return url(name);
			}
			String at = (this.host != null) ? literal(this.host) + this.port : "";
			return (name.isEmpty() && at.isEmpty()) ? new TargetHint.Unnamed()
					: new TargetHint.Written("postgresql://" + at + (name.isEmpty() ? "" : "/" + name));
		}

		private TargetHint url(String text) {
			if (this.host != null || text.contains("@") || text.contains("password")) {
				throw this.arguments.problem("the URL is not understood; one without user and password is.");
			}
			return new TargetHint.Written(text);
		}

		private String literal(Word word) {
			return word.literal()
				.filter((text) -> text.matches("[A-Za-z0-9_.:/?=&-]+"))
				.orElseThrow(() -> this.arguments.problem("'" + word.source() + "' is not understood."));
		}

	}

}
