package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.action.compose.EngineView.View;

/** Reads the verbs of {@code docker}, in the old and the new spelling. */
final class DockerVerbs {

	private static final FlagGrammar LIST = FlagGrammar
		.of("-a,--all -q,--quiet --no-trunc -f,--filter=T+ --format=T | W?");

	private static final FlagGrammar CHANGE = FlagGrammar.of("-t,--time,--timeout=N | W+");

	private static final FlagGrammar REMOVE = FlagGrammar.of("-f,--force -v,--volumes | W+");

	private static final FlagGrammar PRUNE = FlagGrammar.of("-a,--all -f,--force --volumes --filter=T+ |");

	/** Groups of the newer spelling: {@code docker container ls}. */
	private static final Set<String> GROUPS = Set.of("container", "image", "volume", "network", "system", "builder",
			"buildx");

	private static final Map<String, String> REASONS = Map.ofEntries(
			Map.entry("run", "starts a container from nothing, with whatever it may do to the host"),
			Map.entry("create", "makes a container from nothing"), Map.entry("build", "runs what the Dockerfile says"),
			Map.entry("push", "publishes an image"), Map.entry("login", "stores a registry's password"),
			Map.entry("logout", "forgets a registry's password"),
			Map.entry("cp", "writes files into a container or out of it"), Map.entry("save", "writes a file"),
			Map.entry("load", "reads images from a file"), Map.entry("import", "reads an image from a file"),
			Map.entry("export", "writes a file"), Map.entry("commit", "makes an image of what a container changed"),
			Map.entry("attach", "is a conversation"), Map.entry("rename", "renames a container"),
			Map.entry("update", "changes the limits of a running container"), Map.entry("wait", "waits for an end"),
			Map.entry("events", "goes on for ever"), Map.entry("service", "is Swarm's, which is not reached from here"),
			Map.entry("stack", "is Swarm's, which is not reached from here"),
			Map.entry("swarm", "is Swarm's, which is not reached from here"),
			Map.entry("node", "is Swarm's, which is not reached from here"),
			Map.entry("secret", "is Swarm's, which is not reached from here"),
			Map.entry("context", "changes which engine the tool speaks to; a target says that here"),
			Map.entry("buildx build", "runs what the Dockerfile says"),
			Map.entry("image build", "runs what the Dockerfile says"), Map.entry("image push", "publishes an image"),
			Map.entry("scan", "sends the image to a service"));

	private DockerVerbs() {
	}

	static Action read(Arguments arguments) {
		String first = arguments.nextLiteral("the verb");
		if (!GROUPS.contains(first)) {
			return verb(first, arguments);
		}
		String second = arguments.nextLiteral("the verb behind " + first);
		return switch (first) {
			case "container" -> second.equals("prune") ? prune(Prune.What.CONTAINERS, arguments)
					: second.equals("inspect") ? inspect(Inspection.Kind.CONTAINER, arguments)
							: verb(Set.of("ls", "list").contains(second) ? "ps" : second, arguments);
			case "image" -> image(second, arguments);
			case "volume" -> volume(second, arguments);
			case "network" -> network(second, arguments);
			case "system" -> system(second, arguments);
			default ->
				second.equals("prune") ? prune(Prune.What.CACHE, arguments) : manual(first + " " + second, arguments);
		};
	}

	private static Action verb(String verb, Arguments arguments) {
		return switch (verb) {
			case "ps" -> list(Listing.Kind.CONTAINERS, arguments);
			case "images" -> list(Listing.Kind.IMAGES, arguments);
			case "inspect" -> inspect(Inspection.Kind.ANY, arguments);
			case "logs" -> logs(arguments);
			case "stats" -> view(View.STATS, "-a,--all --no-stream --no-trunc --format=T | W*", arguments);
			case "top" -> view(View.TOP, "| W", arguments);
			case "port" -> view(View.PORT, "| W", arguments);
			case "diff" -> view(View.DIFF, "| W", arguments);
			case "history" -> view(View.HISTORY, "--no-trunc | W", arguments);
			case "version" -> view(View.VERSION, "-f,--format=T |", arguments);
			case "info" -> view(View.INFO, "-f,--format=T |", arguments);
			case "start" -> change(Verb.START, FlagGrammar.of("| W+"), arguments);
			case "stop" -> change(Verb.STOP, CHANGE, arguments);
			case "restart" -> change(Verb.RESTART, CHANGE, arguments);
			case "kill" -> change(Verb.KILL, FlagGrammar.of("| W+"), arguments);
			case "pause" -> change(Verb.PAUSE, FlagGrammar.of("| W+"), arguments);
			case "unpause" -> change(Verb.UNPAUSE, FlagGrammar.of("| W+"), arguments);
			case "rm" -> remove(Removal.Kind.CONTAINERS, arguments);
			case "rmi" -> remove(Removal.Kind.IMAGES, arguments);
			case "pull" -> pull(arguments);
			case "tag" -> {
				List<String> names = FlagGrammar.of("| W W").read(arguments).words();
				yield new ImageChange(ImageChange.Verb.TAG, names.get(0), names.get(1));
			}
			case "--version", "-v" -> view(View.VERSION, "|", arguments);
			default -> manual(verb, arguments);
		};
	}

	private static Action image(String verb, Arguments arguments) {
		return switch (verb) {
			case "ls", "list" -> list(Listing.Kind.IMAGES, arguments);
			case "inspect" -> inspect(Inspection.Kind.IMAGE, arguments);
			case "prune" -> prune(Prune.What.IMAGES, arguments);
			case "rm" -> remove(Removal.Kind.IMAGES, arguments);
			case "pull", "tag", "history" -> verb(verb, arguments);
			default -> manual("image " + verb, arguments);
		};
	}

	private static Action volume(String verb, Arguments arguments) {
		return switch (verb) {
			case "ls", "list" -> list(Listing.Kind.VOLUMES, arguments);
			case "inspect" -> inspect(Inspection.Kind.VOLUME, arguments);
			case "prune" -> prune(Prune.What.VOLUMES, arguments);
			case "rm" -> remove(Removal.Kind.VOLUMES, arguments);
			case "create" -> made(NetworkChange.Verb.CREATE_VOLUME, "| W", arguments);
			default -> manual("volume " + verb, arguments);
		};
	}

	private static Action network(String verb, Arguments arguments) {
		return switch (verb) {
			case "ls", "list" -> list(Listing.Kind.NETWORKS, arguments);
			case "inspect" -> inspect(Inspection.Kind.NETWORK, arguments);
			case "prune" -> prune(Prune.What.NETWORKS, arguments);
			case "rm" -> remove(Removal.Kind.NETWORKS, arguments);
			case "create" -> made(NetworkChange.Verb.CREATE_NETWORK, "| W", arguments);
			case "connect" -> made(NetworkChange.Verb.CONNECT, "| W W", arguments);
			case "disconnect" -> made(NetworkChange.Verb.DISCONNECT, "| W W", arguments);
			default -> manual("network " + verb, arguments);
		};
	}

	private static Action system(String verb, Arguments arguments) {
		return switch (verb) {
			case "df" -> view(View.DISK_USE, "-v,--verbose |", arguments);
			case "info" -> view(View.INFO, "-f,--format=T |", arguments);
			case "prune" -> prune(Prune.What.SYSTEM, arguments);
			default -> manual("system " + verb, arguments);
		};
	}

	private static Action list(Listing.Kind kind, Arguments arguments) {
		FlagGrammar.Given given = LIST.read(arguments);
		List<String> options = Listing.OPTIONS.stream().filter(given::has).toList();
		return new Listing(kind, given.words().stream().findFirst().orElse(""), options, given.all("--filter"),
				given.value("--format").orElse(""));
	}

	private static Action inspect(Inspection.Kind kind, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of("-f,--format=T --type=W | W+").read(arguments);
		Inspection.Kind chosen = given.value("--type").map((type) -> switch (type) {
			case "container" -> Inspection.Kind.CONTAINER;
			case "image" -> Inspection.Kind.IMAGE;
			case "volume" -> Inspection.Kind.VOLUME;
			case "network" -> Inspection.Kind.NETWORK;
			default -> throw arguments.problem("the type '" + type + "' is not understood.");
		}).orElse(kind);
		return new Inspection(chosen, given.words(), given.value("--format").orElse(""));
	}

	private static Action logs(Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of(LogOptions.FLAGS + " | W").read(arguments);
		return new Logs(given.words().getFirst(), LogOptions.of(given, arguments));
	}

	private static Action view(View view, String spec, Arguments arguments) {
		FlagGrammar.Given given = FlagGrammar.of(spec).read(arguments);
		List<String> options = new ArrayList<>(List.of("--all", "--no-stream", "--no-trunc", "--verbose"));
		options.removeIf((option) -> !given.has(option));
		return new EngineView(view, given.words(), options, given.value("--format").orElse(""));
	}

	private static Action change(Verb verb, FlagGrammar grammar, Arguments arguments) {
		FlagGrammar.Given given = grammar.read(arguments);
		return new ContainerChange(verb, given.words(), given.value("--timeout").map(Integer::parseInt).orElse(-1));
	}

	private static Action remove(Removal.Kind kind, Arguments arguments) {
		FlagGrammar.Given given = REMOVE.read(arguments);
		return new Removal(kind, given.words(), given.has("--force"), given.has("--volumes"));
	}

	private static Action prune(Prune.What what, Arguments arguments) {
		FlagGrammar.Given given = PRUNE.read(arguments);
		return new Prune(what, given.has("--all"), given.has("--volumes"), given.all("--filter"));
	}

	private static Action pull(Arguments arguments) {
		return new ImageChange(ImageChange.Verb.PULL,
				FlagGrammar.of("-q,--quiet | W").read(arguments).words().getFirst(), "");
	}

	private static Action made(NetworkChange.Verb verb, String spec, Arguments arguments) {
		List<String> names = FlagGrammar.of(spec).read(arguments).words();
		return new NetworkChange(verb, names.getFirst(), (names.size() > 1) ? names.get(1) : "");
	}

	private static Action manual(String verb, Arguments arguments) {
		throw arguments.problem(Optional.ofNullable(REASONS.get(verb))
			.map((reason) -> "'" + verb + "' " + reason + ". Do it by hand.")
			.orElse("'" + verb + "' is not understood."));
	}

}
