package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.SimpleCommand.Redirection;

/**
 * Reads {@code openssl s_client -connect H:P | openssl x509 -noout -dates}, with or
 * without an {@code echo |} before it, as one look at a server's certificate.
 */
final class CertificateLine {

	private static final FlagGrammar CLIENT = FlagGrammar.of("single -connect=W -servername=H -starttls=W -showcerts"
			+ " -brief -quiet -tls1_2 -tls1_3 -verify_return_error | {s_client} W?");

	private static final FlagGrammar PRINT = FlagGrammar.of("single -noout -dates -enddate -startdate -subject -issuer"
			+ " -serial -fingerprint -sha256 -text -checkend=N | {x509}");

	private CertificateLine() {
	}

	/** Empty when the line is no such thing. */
	static Optional<Action> read(Pipeline pipeline) {
		List<SimpleCommand> stages = new ArrayList<>(pipeline.stages());
		if (quiet(stages.getFirst(), "echo") && stages.getFirst().arguments().isEmpty()) {
			stages.removeFirst();
		}
		if (stages.size() != 2 || !stages.stream().allMatch((stage) -> quiet(stage, "openssl"))
				|| !stages.getFirst().arguments().getFirst().source().equals("s_client")) {
			return Optional.empty();
		}
		FlagGrammar.Given client = CLIENT.read(plain(stages.get(0)));
		PRINT.read(plain(stages.get(1)));
		String address = client.value("-connect").orElseGet(() -> client.words().getLast());
		return Optional.of(HostReader.attempt(() -> new CertificateDates(address,
				client.value("-servername").orElse(""), client.value("-starttls").orElse(""))));
	}

	/** Only what keeps the tool quiet may be redirected. */
	private static boolean quiet(SimpleCommand stage, String tool) {
		return stage.tool().filter(tool::equals).isPresent() && (tool.equals("echo") || !stage.arguments().isEmpty())
				&& stage.redirections().stream().allMatch(CertificateLine::harmless);
	}

	private static boolean harmless(Redirection redirection) {
		String target = redirection.target().source();
		boolean nothing = target.equals("/dev/null");
		return switch (redirection.operator()) {
			case "<" -> nothing;
			case ">" -> nothing && redirection.descriptor() == 2;
			case ">&" -> redirection.descriptor() == 2 && target.equals("1");
			default -> false;
		};
	}

	private static Arguments plain(SimpleCommand stage) {
		return Arguments.of(new SimpleCommand(stage.assignments(), stage.words(), List.of()), Set.of());
	}

}
