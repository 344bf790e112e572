package io.watchfloor.action.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What no container uses.
 *
 * @param bytes what the images take
 */
record Unused(List<String> containers, List<String> images, List<String> volumes, long bytes) {

	private static final Set<String> GONE = Set.of("exited", "created", "dead");

	static Unused of(Prune action, Engine engine) {
		List<JsonNode> all = engine.get("/containers/json?all=1").valueStream().toList();
		boolean system = action.what() == Prune.What.SYSTEM;
		List<JsonNode> stopped = all.stream()
			.filter((container) -> GONE.contains(container.path("State").asString("")))
			.toList();
		boolean takesContainers = system || action.what() == Prune.What.CONTAINERS;
		List<JsonNode> stay = takesContainers ? all.stream().filter((one) -> !stopped.contains(one)).toList() : all;
		List<JsonNode> images = (system || action.what() == Prune.What.IMAGES) ? images(action, stay, engine)
				: List.of();
		return new Unused(takesContainers ? stopped.stream().map(Unused::name).sorted().toList() : List.of(),
				images.stream().map((image) -> image.path("Id").asString("")).sorted().toList(),
				action.takesVolumes() ? volumes(action, stay, engine) : List.of(),
				images.stream().mapToLong((image) -> image.path("Size").asLong(0)).sum());
	}

	private static String name(JsonNode container) {
		return container.path("Names").path(0).asString("?").replaceFirst("^/", "");
	}

	private static List<JsonNode> images(Prune action, List<JsonNode> stay, Engine engine) {
		Set<String> used = stay.stream()
			.map((container) -> container.path("ImageID").asString(""))
			.collect(Collectors.toSet());
		return engine.get("/images/json")
			.valueStream()
			.filter((image) -> !used.contains(image.path("Id").asString("")))
			.filter((image) -> action.all() || nameless(image))
			.toList();
	}

	private static boolean nameless(JsonNode image) {
		return image.path("RepoTags").valueStream().allMatch((tag) -> tag.asString("").equals("<none>:<none>"));
	}

	private static List<String> volumes(Prune action, List<JsonNode> stay, Engine engine) {
		Set<String> used = new TreeSet<>();
		stay.forEach(
				(container) -> container.path("Mounts").forEach((mount) -> used.add(mount.path("Name").asString(""))));
		boolean named = action.all() || !nameless(engine);
		return engine.get("/volumes")
			.path("Volumes")
			.valueStream()
			.filter((volume) -> named || volume.path("Labels").has("com.docker.volume.anonymous"))
			.map((volume) -> volume.path("Name").asString(""))
			.filter((name) -> !used.contains(name))
			.sorted()
			.toList();
	}

	/** Engines since API 1.42 keep volumes that have a name unless all is asked for. */
	private static boolean nameless(Engine engine) {
		String[] version = engine.get("/version").path("ApiVersion").asString("1.41").split("\\.", -1);
		return Integer.parseInt(version[0]) > 1 || Integer.parseInt(version[1]) >= 42;
	}

	List<String> ids() {
		return Stream.of(this.containers.stream().map((name) -> "container " + name),
				this.images.stream().map((id) -> "image " + id), this.volumes.stream().map((name) -> "volume " + name))
			.flatMap((part) -> part)
			.toList();
	}

	/** How many of each kind. */
	Map<String, Integer> counts() {
		return Map.of("containers", this.containers.size(), "images", this.images.size(), "volumes",
				this.volumes.size());
	}

}
