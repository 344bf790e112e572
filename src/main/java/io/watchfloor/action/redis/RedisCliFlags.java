package io.watchfloor.action.redis;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;

/**
 * The flags before redis-cli's command.
 *
 * @param hint which server
 * @param scan whether {@code --scan} was given
 * @param pattern of the scan, literally
 */
record RedisCliFlags(TargetHint hint, boolean scan, @Nullable String pattern) {

	static RedisCliFlags read(Arguments arguments) {
		Parser parser = new Parser(arguments);
		while (arguments.peek().filter((word) -> word.startsWith("-")).isPresent()) {
			parser.flag(arguments.nextLiteral("a flag"));
		}
		return new RedisCliFlags(parser.hint(), parser.scan, parser.pattern);
	}

	/** Collects while it reads. */
	private static final class Parser {

		private final Arguments arguments;

		private @Nullable Word url;

		private @Nullable Word host;

		private int port = 6379;

		private int database;

		private boolean scan;

		private @Nullable String pattern;

		private Parser(Arguments arguments) {
			this.arguments = arguments;
		}

		private void flag(String flag) {
			switch (flag) {
				case "-u" -> this.url = this.arguments.next("the URL after -u");
				case "-h" -> this.host = this.arguments.next("the host after -h");
				case "-p" -> port(this.arguments.next("the port after -p"));
				case "-n" -> this.database = this.arguments.nextNumber("the database after -n", 0, 1_000_000);
				case "-a", "--pass" -> secret(this.arguments.next("the password"));
				case "--no-auth-warning" -> {
					// only keeps redis-cli quiet
				}
				case "--scan" -> this.scan = true;
				case "--pattern" -> this.pattern = this.arguments.nextLiteral("the pattern");
				default -> throw this.arguments.problem("the flag " + flag + " is not understood.");
			}
		}

		/**
		 * A port from a variable belongs to the host's variable and says nothing more.
		 */
		private void port(Word word) {
			if (word.variable().isEmpty()) {
				this.port = Integer.parseInt(word.literal()
					.filter((text) -> text.matches("[0-9]{1,5}"))
					.orElseThrow(() -> this.arguments.problem("the port '" + word.source() + "' is not understood.")));
			}
		}

		private void secret(Word word) {
			if (word.variable().isEmpty()) {
				throw this.arguments.problem("a password is written into the line. Take it out of the runbook; the "
						+ "target's 'password' secret is used instead.");
			}
		}

		private TargetHint hint() {
			if (this.pattern != null && !this.scan) {
				throw this.arguments.problem("--pattern without --scan does nothing.");
			}
			if (this.url != null) {
				if (this.host != null || this.database != 0) {
					throw this.arguments.problem("-u together with -h or -n is not understood.");
				}
				return url(this.url);
			}
			return (this.host != null) ? host(this.host) : bare();
		}

		private TargetHint bare() {
			return (this.database == 0 && this.port == 6379) ? new TargetHint.Unnamed() : at("localhost");
		}

		private TargetHint at(String name) {
			return new TargetHint.Written("redis://" + name + ":" + this.port + "/" + this.database);
		}

		private TargetHint url(Word word) {
			if (word.variable().isPresent()) {
				return new TargetHint.Variable(word.variable().get());
			}
			String text = word.literal()
				.orElseThrow(() -> this.arguments.problem("the URL " + word.source() + " is not understood."));
			if (text.contains("@")) {
				throw this.arguments.problem("the URL carries a password. Take it out of the runbook.");
			}
			return new TargetHint.Written(text);
		}

		private TargetHint host(Word word) {
			if (word.variable().isPresent()) {
				return new TargetHint.Variable(word.variable().get());
			}
			return at(word.literal()
				.orElseThrow(() -> this.arguments.problem("the host " + word.source() + " is not understood.")));
		}

	}

}
