package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.CommandUnwrapper;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/**
 * Takes {@code ssh [user@]host} off a command. SSH joins its words with blanks and the
 * remote shell splits them again; what that would read is read here.
 */
@Component
class SshUnwrapper implements CommandUnwrapper {

	private static final FlagGrammar FLAGS = FlagGrammar.of("-46AaCnqTtvx -i=T -p=N -l=W -o=T+");

	private static final Pattern HARMLESS = Pattern
		.compile("(?i)(BatchMode|ConnectTimeout|ConnectionAttempts|IdentitiesOnly|LogLevel|ServerAliveCountMax"
				+ "|ServerAliveInterval|StrictHostKeyChecking|UserKnownHostsFile|PasswordAuthentication)=[^\\s]+");

	@Override
	public Set<String> tools() {
		return Set.of("ssh");
	}

	@Override
	public Optional<Unwrapped> unwrap(SimpleCommand command) {
		List<Word> words = command.words().stream().map(SshUnwrapper::tilde).toList();
		Arguments arguments = Arguments.of(new SimpleCommand(command.assignments(), words, command.redirections()),
				Set.of());
		FlagGrammar.Given before = FLAGS.readLeading(arguments);
		String destination = arguments.nextLiteral("the host");
		FlagGrammar.Given behind = FLAGS.readLeading(arguments);
		demandHarmless(before, arguments);
		demandHarmless(behind, arguments);
		boolean fed = Stream.of("-n", "-t").noneMatch((flag) -> before.has(flag) || behind.has(flag));
		if (!arguments.more()) {
			throw arguments.problem("a session on " + destination + " is a conversation. Sign in yourself.");
		}
		StringBuilder line = new StringBuilder();
		while (arguments.more()) {
			line.append(line.isEmpty() ? "" : " ").append(arguments.nextLiteral("the command on the host"));
		}
		List<Word> inner = Stream.of("sh", "-c", line.toString()).map(HostArguments::word).toList();
		return Optional.of(new Unwrapped(new SimpleCommand(List.of(), inner, List.of()), place(destination), fed));
	}

	/**
	 * Some options start programs or lead elsewhere; the target says how to get there.
	 */
	private static void demandHarmless(FlagGrammar.Given given, Arguments arguments) {
		given.all("-o").forEach((option) -> {
			if (!HARMLESS.matcher(option).matches()) {
				throw arguments.problem("the option " + option + " is not understood.");
			}
		});
	}

	/** The key's path is the person's; the target has its own. */
	private static Word tilde(Word word) {
		return word.source().startsWith("~/") ? HostArguments.word(word.source()) : word;
	}

	private static String place(String destination) {
		return destination.substring(destination.lastIndexOf('@') + 1);
	}

}
