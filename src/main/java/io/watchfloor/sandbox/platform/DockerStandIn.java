package io.watchfloor.sandbox.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.sandbox.platform.LocalServer.Answer;
import io.watchfloor.sandbox.platform.LocalServer.Request;
import io.watchfloor.sandbox.server.LocalSecret;
import io.watchfloor.sandbox.server.Ports;

/** Answers as a Docker engine on whose host the system's containers run. */
final class DockerStandIn implements Platform {

	private static final Pattern CONTAINER = Pattern.compile("/containers/([^/]+)(?:/([a-z]+))?");

	private static final String JSON = "application/json";

	private static final Answer DONE = new Answer(204, JSON, "");

	private final Supervisor supervisor;

	private final int port;

	private final LocalServer server;

	DockerStandIn(Supervisor supervisor, Path folder) {
		this.supervisor = supervisor;
		this.port = Ports.choose(folder.resolve("docker").resolve("port"));
		this.server = new LocalServer(this.port, this::answer);
	}

	@Override
	public String kind() {
		return "docker";
	}

	@Override
	public Map<String, String> settings() {
		return Map.of("engine", address());
	}

	@Override
	public Map<String, LocalSecret> secrets() {
		return Map.of();
	}

	@Override
	public String address() {
		return "tcp://127.0.0.1:" + this.port;
	}

	private Answer answer(Request request) {
		return switch (request.method()) {
			case "GET" -> look(request.path());
			case "POST" ->
				request.path().equals("/containers/prune") ? prune() : onContainer(request.path(), this::change);
			case "DELETE" -> onContainer(request.path(), (container, none) -> remove(container));
			default -> notKnown();
		};
	}

	private Answer look(String path) {
		return switch (path) {
			case "/_ping" -> new Answer(200, "text/plain", "OK");
			case "/version" -> json(Map.of("Version", "27.0.0-sandbox", "ApiVersion", "1.46"));
			case "/info" -> json(Map.of("ServerVersion", "27.0.0-sandbox", "Containers", containers().size()));
			case "/images/json", "/networks" -> json(List.of());
			case "/volumes" -> json(Map.of("Volumes", List.of()));
			case "/containers/json" -> json(containers().stream().map(Container::listed).toList());
			case "/system/df" -> json(Map.of("Images", List.of(), "Volumes", List.of(), "BuildCache", List.of(),
					"Containers", containers().stream().map(Container::listed).toList()));
			default ->
				onContainer(path, (container, verb) -> verb.equals("json") ? json(container.inspected()) : notKnown());
		};
	}

	private List<Container> containers() {
		return Container.of(this.supervisor);
	}

	private Answer onContainer(String path, OnContainer work) {
		Matcher matcher = CONTAINER.matcher(path);
		if (!matcher.matches()) {
			return notKnown();
		}
		String name = matcher.group(1);
		String verb = Optional.ofNullable(matcher.group(2)).orElse("");
		return containers().stream()
			.filter((container) -> container.name().equals(name) || container.id().equals(name))
			.findFirst()
			.map((container) -> work.apply(container, verb))
			.orElseGet(() -> refused(404, "No such container: " + name));
	}

	private Answer change(Container container, String verb) {
		boolean stop = verb.equals("stop") || verb.equals("kill");
		if (!stop && !verb.equals("start") && !verb.equals("restart")) {
			return notKnown();
		}
		if (verb.equals("start") && container.running()) {
			return new Answer(304, JSON, "");
		}
		return switch (container.role()) {
			case APPLICATION -> done(stop ? this.supervisor::stopApplication : this.supervisor::restartApplication);
			case CACHE -> done(stop ? this.supervisor::stopCache : this.supervisor::restartCache);
			case DATABASE -> refused(500,
					"the sandbox's PostgreSQL serves both of its systems and is neither stopped nor restarted");
			case LEFTOVER -> refused(500, "the image of this container is gone");
		};
	}

	private static Answer done(Runnable work) {
		work.run();
		return DONE;
	}

	private Answer remove(Container container) {
		if (container.role() != Container.Role.LEFTOVER) {
			return refused(409, "the sandbox keeps its container " + container.name());
		}
		return done(this.supervisor::removeLeftover);
	}

	private Answer prune() {
		List<Container> gone = containers().stream()
			.filter((container) -> container.role() == Container.Role.LEFTOVER)
			.toList();
		long bytes = gone.stream().mapToLong(Container::bytes).sum();
		this.supervisor.removeLeftover();
		return json(Map.of("ContainersDeleted", gone.stream().map(Container::id).toList(), "SpaceReclaimed", bytes));
	}

	private static Answer json(Object value) {
		return new Answer(200, JSON, CanonicalJson.write(value));
	}

	private static Answer notKnown() {
		return refused(501, "the sandbox's stand-in for Docker does not know this request");
	}

	private static Answer refused(int status, String message) {
		return new Answer(status, JSON, CanonicalJson.write(Map.of("message", message)));
	}

	@Override
	public void close() {
		this.server.close();
	}

	private interface OnContainer {

		Answer apply(Container container, String verb);

	}

}
