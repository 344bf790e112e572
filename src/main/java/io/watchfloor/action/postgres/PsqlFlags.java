package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;

/**
 * What a psql line says.
 *
 * @param statements behind {@code -c}, in order
 * @param listing whether it lists the databases
 * @param file the file that it runs; empty for none
 * @param database as it is written; empty where it is not
 */
record PsqlFlags(TargetHint hint, List<String> statements, boolean listing, Layout layout, String file,
		String database) {

	/** The redirection that {@code gunzip file |} is read as. */
	static final String UNPACKED = "<gunzip";

	private static final Set<String> VARIABLES = Set.of("ON_ERROR_STOP=1", "ON_ERROR_STOP=on", "ON_ERROR_STOP=true",
			"ON_ERROR_STOP=ON", "ON_ERROR_STOP");

	private static final Pattern OF_PSQL = Pattern.compile("\\\\|(?<!:):[A-Za-z_'\"{]");

	private static final Set<String> PRINTING = Set.of("pager=off", "pager", "footer=on");

	static PsqlFlags read(Arguments arguments, @Nullable Word fed, SimpleCommand.@Nullable Redirection file) {
		Options options = Place.grammar()
			.valued("-d", "--dbname")
			.valued("-c", "--command")
			.valued("-f", "--file")
			.valued("-F", "--field-separator")
			.valued("-v", "--set", "--variable")
			.valued("-P", "--pset")
			.alone("-t", "--tuples-only")
			.alone("-A", "--no-align")
			.alone("-x", "--expanded")
			.alone("-q", "--quiet")
			.alone("-X", "--no-psqlrc")
			.alone("-1", "--single-transaction")
			.alone("-n", "--no-readline")
			.alone("-l", "--list")
			.read(arguments);
		return new Flags(options, arguments).read(fed, file);
	}

	/** Checks what was given. */
	private record Flags(Options options, Arguments arguments) {

		PsqlFlags read(@Nullable Word fed, SimpleCommand.@Nullable Redirection redirected) {
			String file = file(redirected);
			demandOnly("-v", VARIABLES);
			demandOnly("-P", PRINTING);
			List<String> statements = new ArrayList<>();
			this.options.all("-c").forEach((word) -> statements.add(literal(word)));
			if (fed != null) {
				statements.add(fed(literal(fed)));
			}
			boolean listing = this.options.has("-l");
			if (!file.isEmpty() && (listing || !statements.isEmpty())) {
				throw this.arguments.problem("a file beside a statement is not understood.");
			}
			if (file.isEmpty() && listing != statements.isEmpty()) {
				throw this.arguments.problem(listing ? "-l together with a statement is not understood."
						: "it opens a session to type in; psql -c with a statement is understood.");
			}
			return new PsqlFlags(Place.of(this.options, database(), this.arguments), List.copyOf(statements), listing,
					layout(), file, Optional.ofNullable(database()).flatMap(Word::literal).orElse(""));
		}

		/** What is packed must be unpacked on the way, and nothing else. */
		private String file(SimpleCommand.@Nullable Redirection redirected) {
			List<Word> files = new ArrayList<>(this.options.all("-f"));
			if (redirected != null) {
				files.add(redirected.target());
			}
			if (files.size() > 1) {
				throw this.arguments.problem("only one file is understood.");
			}
			String file = files.isEmpty() ? "" : literal(files.getFirst());
			boolean unpacked = redirected != null && redirected.operator().equals(UNPACKED);
			if (!file.isEmpty() && unpacked != file.endsWith(".gz")) {
				throw this.arguments
					.problem(file + (unpacked ? " is no packed file." : " is packed; it needs gunzip."));
			}
			return file;
		}

		/**
		 * What psql reads from its input may hold commands and variables of its own, and
		 * it does not read it at all beside -c.
		 */
		private String fed(String text) {
			if (this.options.has("-c")) {
				throw this.arguments.problem("beside -c it does not read what it is fed.");
			}
			if (OF_PSQL.matcher(text).find()) {
				throw this.arguments.problem("what it is fed holds commands or variables of psql's own.");
			}
			return text;
		}

		/** The value of {@code -d}, or the first operand; the second is the user. */
		private @Nullable Word database() {
			List<Word> named = new ArrayList<>(this.options.all("-d"));
			int most = named.isEmpty() ? 2 : 1;
			if (this.options.operands().size() > most || named.size() > 1) {
				throw this.arguments
					.problem("'" + this.options.operands().getLast().source() + "' is one name too many.");
			}
			if (named.isEmpty()) {
				named.addAll(this.options.operands());
			}
			else if (!this.options.operands().isEmpty()) {
				throw this.arguments
					.problem("'" + this.options.operands().getLast().source() + "' is one name too many.");
			}
			return named.isEmpty() ? null : named.getFirst();
		}

		private Layout layout() {
			String separator = this.options.last("-F").map(this::literal).orElse("|");
			return new Layout(this.options.has("-t"), this.options.has("-A"), this.options.has("-x"), separator);
		}

		private void demandOnly(String flag, Set<String> known) {
			this.options.all(flag)
				.stream()
				.map(this::literal)
				.filter((value) -> !known.contains(value))
				.forEach((value) -> {
					throw this.arguments.problem("'" + value + "' behind " + flag + " is not understood.");
				});
		}

		private String literal(Word word) {
			return word.literal()
				.orElseThrow(() -> this.arguments
					.problem("'" + word.source() + "' is something that a shell would change first."));
		}

	}

}
