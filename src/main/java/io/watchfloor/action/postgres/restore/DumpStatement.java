package io.watchfloor.action.postgres.restore;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;

/**
 * A statement of a dump. Only what pg_dump writes is taken; anything else could reach
 * beyond the new database.
 *
 * @param kind what is done with it
 * @param table the table of a COPY or INSERT, as SQL writes it; empty for others
 */
record DumpStatement(Kind kind, String text, String table) {

	private static final Pattern COPY = Pattern.compile("COPY (\\S+|.*?\"[^\"]*\")(?: \\(.*\\))? FROM stdin",
			Pattern.DOTALL);

	private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\S+|.*?\"[^\"]*\") .*", Pattern.DOTALL);

	private static final Pattern TAKEN = Pattern.compile("(?:SET [a-z_.]+ ?(?:=|TO)|COMMENT ON |"
			+ "CREATE (?:OR REPLACE |UNLOGGED |UNIQUE |MATERIALIZED |CONSTRAINT )*(?:SCHEMA|TABLE|TYPE|DOMAIN|FUNCTION|"
			+ "PROCEDURE|AGGREGATE|VIEW|INDEX|SEQUENCE|TRIGGER|RULE|POLICY|STATISTICS|EXTENSION|CAST|COLLATION|OPERATOR|"
			+ "TEXT SEARCH|RECURSIVE) |ALTER (?:TABLE|SEQUENCE|INDEX|TYPE|DOMAIN|VIEW|MATERIALIZED VIEW|FUNCTION|STATISTICS) |"
			+ "REFRESH MATERIALIZED VIEW ).*", Pattern.DOTALL);

	private static final Pattern SETTING = Pattern.compile("SELECT pg_catalog\\.(?:set_config\\('[a-z_]+', '[^']*', "
			+ "(?:true|false)\\)|setval\\('[^']+', -?[0-9]+, (?:true|false)\\))");

	/** A function's name where values stand, texts taken out. */
	private static final Pattern FUNCTION = Pattern.compile("(?is).*\\bVALUES\\b.*[a-z0-9_\"]\\s*\\(.*");

	/** Owners and rights stay behind, and in a new database nothing is to be dropped. */
	private static final Pattern LEFT_OUT = Pattern.compile(
			"ALTER .* OWNER TO \\S+|(?:GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) .*|DROP (?!DATABASE|ROLE|USER|TABLESPACE).*|"
					+ "CREATE SCHEMA public|SET default_table_access_method = heap|BEGIN|COMMIT",
			Pattern.DOTALL);

	private static final Pattern UNTRUSTED = Pattern
		.compile("(?is).*\\blanguage\\s+'?(c|internal|plpython\\w*|plperlu|pltclu)\\b.*");

	/** What is done with a statement. */
	enum Kind {

		/** It is sent. */
		SENT,
		/** It is sent, and the rows that follow. */
		ROWS,
		/** It is left out. */
		LEFT_OUT

	}

	/**
	 * Tells what a statement is.
	 * @throws Problem when it is none of pg_dump's
	 */
	static DumpStatement of(String text) {
		Matcher copy = COPY.matcher(text);
		if (copy.matches()) {
			return new DumpStatement(Kind.ROWS, text, copy.group(1));
		}
		Matcher insert = INSERT.matcher(text);
		if (insert.matches() && !FUNCTION
			.matcher(text.replaceAll("[eE]?'(?:[^'\\\\]|''|\\\\.)*'", "0")
				.replaceAll("(?i)\\bVALUES\\s*\\(", "VALUES 0, 0 "))
			.matches()) {
			return new DumpStatement(Kind.SENT, text, insert.group(1));
		}
		if (LEFT_OUT.matcher(text).matches()) {
			return new DumpStatement(Kind.LEFT_OUT, text, "");
		}
		boolean taken = TAKEN.matcher(text).matches() || SETTING.matcher(text).matches();
		if (!taken || UNTRUSTED.matcher(text).matches()) {
			String start = text.replaceAll("\\s+", " ");
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"The file is no dump that can be restored from here. It holds: "
							+ start.substring(0, Math.min(80, start.length()))
							+ ". Only what pg_dump writes is sent into a new database.");
		}
		return new DumpStatement(Kind.SENT, text, "");
	}

	/** The extension that it makes. */
	Optional<String> extension() {
		Matcher extension = Pattern
			.compile("(?i)create extension (?:if not exists )?\"?([a-z0-9_-]+)\"?.*", Pattern.DOTALL)
			.matcher(this.text);
		return extension.matches() ? Optional.of(extension.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
	}

}
