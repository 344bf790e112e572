package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.action.compose.ComposeView.View;

/** Reads the verbs of Compose. */
final class ComposeVerbs {

	private static final FlagGrammar UP = FlagGrammar
		.of("-d,--detach --no-deps --force-recreate --no-recreate --remove-orphans --wait --no-build --build --quiet-pull"
				+ " --scale=W+ | W*");

	private static final Pattern SCALE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]*)=([0-9]{1,3})");

	private static final Map<String, String> REASONS = Map.of("run",
			"starts a further container of the service and leaves it behind", "rm",
			"removes stopped containers and what they wrote", "push", "publishes images", "cp",
			"writes files into a container or out of it", "create", "makes containers without starting them", "watch",
			"goes on for ever", "events", "goes on for ever", "attach", "is a conversation", "exec",
			"needs a service and a command");

	private ComposeVerbs() {
	}

	static Action read(String scope, Arguments arguments) {
		String verb = arguments.nextLiteral("the verb");
		return switch (verb) {
			case "ps" -> ps(scope, arguments);
			case "logs" -> logs(scope, arguments);
			case "config" -> config(scope, arguments);
			case "images" -> view(scope, View.IMAGES, "| W*", arguments);
			case "top" -> view(scope, View.TOP, "| W*", arguments);
			case "ls" -> view(scope, View.LS, "|", arguments);
			case "version", "--version" -> view(scope, View.VERSION, "|", arguments);
			case "up" -> up(scope, arguments);
			case "scale" -> scale(scope, arguments);
			case "build" -> build(scope, arguments);
			case "pull" -> new ComposePull(scope, FlagGrammar.of("-q --quiet | W*").read(arguments).words());
			case "restart" -> services(scope, Verb.RESTART, "-t,--timeout=N | W*", arguments);
			case "stop" -> services(scope, Verb.STOP, "-t,--timeout=N | W*", arguments);
			case "start" -> services(scope, Verb.START, "| W*", arguments);
			case "kill" -> services(scope, Verb.KILL, "| W*", arguments);
			case "pause" -> services(scope, Verb.PAUSE, "| W*", arguments);
			case "unpause" -> services(scope, Verb.UNPAUSE, "| W*", arguments);
			case "down" -> down(scope, arguments);
			default -> throw arguments.problem(REASONS.containsKey(verb)
					? "'" + verb + "' " + REASONS.get(verb) + ". Do it by hand." : "'" + verb + "' is not understood.");
		};
	}

	private static Action build(String scope, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of("--no-cache --pull -q,--quiet --parallel --progress=W | W*")
			.read(arguments);
		return new ComposeBuild(scope, given.words(), given.has("--no-cache"), given.has("--pull"));
	}

	private static Action ps(String scope, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of("-a,--all -q,--quiet --services --format=W | W*").read(arguments);
		List<String> options = new ArrayList<>(List.of("--all", "--quiet", "--services"));
		options.removeIf((option) -> !given.has(option));
		given.value("--format")
			.filter((format) -> !format.equals("table"))
			.ifPresent((format) -> options.add("--format " + format));
		return new ComposePs(scope, given.words(), options);
	}

	private static Action logs(String scope, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of(LogOptions.FLAGS + " --no-color --no-log-prefix | W*").read(arguments);
		return new ComposeLogs(scope, given.words(), LogOptions.of(given, arguments), !given.has("--no-log-prefix"));
	}

	private static Action config(String scope, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of("-q,--quiet --services --volumes |").read(arguments);
		if (given.values().size() > 1) {
			throw arguments.problem("config takes one of --quiet, --services, --volumes.");
		}
		View view = given.has("--quiet") ? View.CONFIG_CHECK : given.has("--services") ? View.CONFIG_SERVICES
				: given.has("--volumes") ? View.CONFIG_VOLUMES : View.CONFIG;
		return new ComposeView(scope, view, List.of());
	}

	private static Action view(String scope, View view, String spec, Arguments arguments) {
		return new ComposeView(scope, view, FlagGrammar.of(spec).read(arguments).words());
	}

	private static Action up(String scope, Arguments arguments) {
		FlagGrammar.Given given = UP.read(arguments);

		if (!given.has("--detach") && !given.has("--wait")) {
			throw arguments.problem("'up' without -d stays in the foreground and ends with the session. Write -d.");
		}
		List<String> options = ComposeUp.OPTIONS.stream().filter(given::has).toList();
		return new ComposeUp(scope, given.words(), scales(given.all("--scale"), arguments), options);
	}

	/** As up without touching anything else. */
	private static Action scale(String scope, Arguments arguments) {
		List<ComposeUp.Scale> scales = scales(FlagGrammar.of("| W+").read(arguments).words(), arguments);
		return new ComposeUp(scope, scales.stream().map(ComposeUp.Scale::service).toList(), scales,
				List.of("--no-deps", "--no-recreate"));
	}

	private static List<ComposeUp.Scale> scales(List<String> words, Arguments arguments) {
		return words.stream().map((word) -> {
			Matcher scale = SCALE.matcher(word);
			if (!scale.matches()) {
				throw arguments.problem("'" + word + "' is no SERVICE=NUMBER.");
			}
			return new ComposeUp.Scale(scale.group(1), Integer.parseInt(scale.group(2)));
		}).toList();
	}

	private static Action services(String scope, Verb verb, String spec, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of(spec).read(arguments);
		return new ComposeServices(scope, verb, given.words(),
				given.value("--timeout").map(Integer::parseInt).orElse(-1));
	}

	private static Action down(String scope, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of("-v,--volumes --remove-orphans -t,--timeout=N |").read(arguments);
		return new ComposeDown(scope, given.has("--volumes"), given.has("--remove-orphans"),
				given.value("--timeout").map(Integer::parseInt).orElse(-1));
	}

}
