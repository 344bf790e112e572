package io.watchfloor.action.kubernetes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The types of one cluster: those that are built in, and the ones it tells about itself,
 * asked once.
 */
class KnownTypes {

	private final Map<String, ResourceType> found = new ConcurrentHashMap<>();

	/**
	 * The type of a word.
	 * @throws Problem with category {@code NOT_FOUND} when the cluster has no such type
	 */
	ResourceType find(String word, KubeApi api) {
		return ResourceTypes.find(word)
			.or(() -> Optional.ofNullable(this.found.get(word.toLowerCase(Locale.ROOT))))
			.or(() -> ask(word.toLowerCase(Locale.ROOT), api))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					"The cluster at " + api.server() + " has no type of resource called '" + word + "'."));
	}

	private Optional<ResourceType> ask(String word, KubeApi api) {
		all(api).forEach((type) -> type.names().forEach((name) -> {
			this.found.putIfAbsent(name, type);
			this.found.putIfAbsent(name + "." + type.group(), type);
			this.found.putIfAbsent(name + "." + type.version() + "." + type.group(), type);
		}));
		return Optional.ofNullable(this.found.get(word));
	}

	/**
	 * The type of a manifest's {@code apiVersion} and {@code kind}, as the cluster tells.
	 */
	Optional<ResourceType> described(String apiVersion, String kind, KubeApi api) {
		if (!apiVersion.matches("([a-z0-9.-]{1,200}/)?v[a-z0-9]{1,30}")) {
			return Optional.empty();
		}
		int slash = apiVersion.indexOf('/');
		String group = (slash < 0) ? "" : apiVersion.substring(0, slash);
		return types(api, group, apiVersion.substring(slash + 1)).stream()
			.filter((type) -> type.kind().equals(kind))
			.findFirst();
	}

	/** All types that the cluster serves, each in its preferred version. */
	static List<ResourceType> all(KubeApi api) {
		List<JsonNode> groups = Json.list(api.get("/apis").path("groups"));
		return java.util.stream.Stream
			.concat(types(api, "", "v1").stream(),
					groups.stream()
						.flatMap((group) -> types(api, Json.text(group, "name"),
								Json.text(group, "preferredVersion", "version"))
							.stream()))
			.toList();
	}

	private static List<ResourceType> types(KubeApi api, String group, String version) {
		String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
		return api.find(path)
			.map((list) -> Json.list(list.path("resources")))
			.orElse(List.of())
			.stream()
			.filter((resource) -> !Json.text(resource, "name").contains("/"))
			.map((resource) -> type(resource, group, version))
			.toList();
	}

	private static ResourceType type(JsonNode resource, String group, String version) {
		Set<String> names = new LinkedHashSet<>(Set.of(Json.text(resource, "name")));
		names.add(Json.text(resource, "kind").toLowerCase(Locale.ROOT));
		Json.list(resource.path("shortNames")).forEach((name) -> names.add(Json.text(name)));
		boolean everyday = Json.list(resource.path("categories"))
			.stream()
			.anyMatch((name) -> Json.text(name).equals("all"));
		return new ResourceType(group, version, Json.text(resource, "name"), Json.text(resource, "kind"),
				resource.path("namespaced").asBoolean(), names, everyday);
	}

}
