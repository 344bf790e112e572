package io.watchfloor.action.redis;

import java.util.List;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;

/**
 * What a redis-cli line says.
 *
 * @param hint which server
 * @param mode what it does besides sending a command
 * @param pattern of the scan, literally
 * @param command the words of a command
 */
record RedisCliFlags(TargetHint hint, Mode mode, @Nullable String pattern, List<Word> command) {

	/** What redis-cli can do by a flag. */
	enum Mode {

		/** Send a command. */
		COMMAND,
		/** {@code --scan}. */
		SCAN,
		/** {@code --bigkeys}. */
		BIG_KEYS,
		/** {@code --memkeys}. */
		MEMORY_KEYS,
		/** {@code --latency}. */
		LATENCY,
		/** {@code --stat}. */
		STATISTICS

	}

	private static final Options.Grammar GRAMMAR = Options.grammar()
		.valued("-u")
		.valued("-h")
		.valued("-p")
		.valued("-n")
		.valued("-a", "--pass")
		.valued("--user")
		.valued("--cacert")
		.valued("--cacertdir")
		.valued("--cert")
		.valued("--key")
		.valued("--sni")
		.valued("--pattern")
		.alone("--tls")
		.alone("-c")
		.alone("--no-auth-warning")
		.alone("--raw")
		.alone("--scan")
		.alone("--bigkeys")
		.alone("--memkeys")
		.alone("--latency")
		.alone("--stat")
		.valued("-r")
		.valued("-i")
		.valued("--rdb")
		.alone("--insecure")
		.alone("-x")
		.alone("--eval")
		.alone("--hotkeys")
		.alone("--latency-history")
		.alone("--latency-dist")
		.alone("--pipe")
		.alone("--cluster")
		.alone("--askpass")
		.apart()
		.stopsAtOperand();

	static RedisCliFlags read(Arguments arguments) {
		Options options = GRAMMAR.read(arguments);
		return new Flags(options, arguments).read();
	}

	/** Checks what was given. */
	private record Flags(Options options, Arguments arguments) {

		RedisCliFlags read() {
			refuse("--rdb", "it downloads a snapshot to a file. It never restores one: it would overwrite the file");
			refuse("-r", "repeating is a person's; one look is taken here");
			refuse("-i", "repeating is a person's; one look is taken here");
			refuse("--insecure", "certificates are always verified here");
			refuse("-x", "it takes the last word from its input");
			refuse("--eval", "a script can do anything");
			refuse("--hotkeys", "it needs an eviction policy that counts uses; OBJECT FREQ reads one key");
			refuse("--latency-dist", "it goes on until it is stopped; --latency is understood");
			refuse("--pipe", "it sends whatever it is fed");
			refuse("--cluster", "it manages a cluster, which is for a person to watch");
			refuse("--askpass", "it asks for a password; the target's secret is used instead");
			this.options.last("-a").ifPresent(this::secret);
			Mode mode = mode();
			String pattern = this.options.last("--pattern").map((word) -> literal(word, "the pattern")).orElse(null);
			if (pattern != null && mode != Mode.SCAN) {
				throw this.arguments.problem("--pattern without --scan does nothing.");
			}
			if (mode != Mode.COMMAND && !this.options.operands().isEmpty()) {
				throw this.arguments
					.problem("'" + this.options.operands().getFirst().source() + "' is not understood.");
			}
			return new RedisCliFlags(hint(), mode, pattern, this.options.operands());
		}

		private void refuse(String flag, String why) {
			if (this.options.has(flag)) {
				throw this.arguments.problem(flag + ": " + why + ".");
			}
		}

		private Mode mode() {
			List<Mode> modes = List.of("--scan", "--bigkeys", "--memkeys", "--latency", "--latency-history", "--stat")
				.stream()
				.filter(this.options::has)
				.map(Flags::named)
				.toList();
			if (modes.size() > 1) {
				throw this.arguments.problem("only one thing at a time is understood.");
			}
			return modes.isEmpty() ? Mode.COMMAND : modes.getFirst();
		}

		private static Mode named(String flag) {
			return switch (flag) {
				case "--scan" -> Mode.SCAN;
				case "--bigkeys" -> Mode.BIG_KEYS;
				case "--memkeys" -> Mode.MEMORY_KEYS;
				case "--latency", "--latency-history" -> Mode.LATENCY;
				default -> Mode.STATISTICS;
			};
		}

		private void secret(Word word) {
			if (word.variable().isEmpty()) {
				throw this.arguments.problem("a password is written into the line. Take it out of the runbook; the "
						+ "target's 'password' secret is used instead.");
			}
		}

		private TargetHint hint() {
			Word url = this.options.last("-u").orElse(null);
			Word host = this.options.last("-h").orElse(null);
			int database = database();
			if (url != null) {
				if (host != null || database != 0) {
					throw this.arguments.problem("-u together with -h or -n is not understood.");
				}
				return url(url);
			}
			String scheme = this.options.has("--tls") ? "rediss" : "redis";
			int port = this.options.last("-p").map(this::port).orElse(6379);
			if (host != null && host.variable().isPresent()) {
				return new TargetHint.Variable(host.variable().get());
			}
			if (host == null && database == 0 && port == 6379) {
				return new TargetHint.Unnamed();
			}
			String name = (host != null) ? literal(host, "the host") : "localhost";
			if (!name.matches("[\\p{L}0-9_.:\\[\\]-]{1,200}") || name.startsWith("-")) {
				throw this.arguments.problem("the host '" + name + "' is not understood.");
			}
			return new TargetHint.Written(scheme + "://" + name + ":" + port + "/" + database);
		}

		private int database() {
			String number = this.options.last("-n").map((word) -> literal(word, "the database")).orElse("0");
			if (!number.matches("[0-9]{1,6}")) {
				throw this.arguments.problem("the database '" + number + "' is not understood.");
			}
			return Integer.parseInt(number);
		}

		/**
		 * A port from a variable belongs to the host's variable and says nothing more.
		 */
		private int port(Word word) {
			if (word.variable().isPresent()) {
				return 6379;
			}
			return Integer.parseInt(word.literal()
				.filter((text) -> text.matches("[0-9]{1,5}"))
				.orElseThrow(() -> this.arguments.problem("the port '" + word.source() + "' is not understood.")));
		}

		private TargetHint url(Word word) {
			if (word.variable().isPresent()) {
				return new TargetHint.Variable(word.variable().get());
			}
			String text = literal(word, "the URL");
			if (text.contains("@")) {
				throw this.arguments.problem("the URL carries a password. Take it out of the runbook.");
			}
			if (!text.matches("rediss?://.+")) {
				throw this.arguments.problem("the URL '" + text + "' is not understood.");
			}
			return new TargetHint.Written(text);
		}

		private String literal(Word word, String what) {
			return word.literal()
				.orElseThrow(() -> this.arguments
					.problem(what + " is '" + word.source() + "', which a shell would change first."));
		}

	}

}
