package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects that the test's API server keeps, by their address. */
final class Objects {

	private final SortedMap<String, ObjectNode> kept = new ConcurrentSkipListMap<>();

	private final Map<String, String> logs = new ConcurrentSkipListMap<>();

	static final class Missing extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Missing(String path) {
			super(path.substring(path.lastIndexOf('/') + 1) + " not found");
		}

	}

	static final class Conflict extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Conflict(String message) {
			super(message);
		}

	}

	ObjectNode put(String path, String json) {
		ObjectNode object = Json.copy(Json.read(json));
		ObjectNode metadata = object.withObject("/metadata");
		metadata.put("name", path.substring(path.lastIndexOf('/') + 1));
		if (path.contains("/namespaces/") && !path.matches(".*/namespaces/[^/]+")) {
			metadata.put("namespace", path.replaceAll(".*/namespaces/([^/]+)/.*", "$1"));
		}
		if (!metadata.has("uid")) {
			metadata.put("uid", "uid-" + metadata.path("name").stringValue());
		}
		if (!metadata.has("creationTimestamp")) {
			metadata.put("creationTimestamp", "2026-01-01T00:00:00Z");
		}
		metadata.put("resourceVersion", "1");
		String collection = path.substring(0, path.lastIndexOf('/'));
		object.put("kind", Discovery.kind(collection.replaceAll("/namespaces/[^/]+(?=/)", "")));
		object.put("apiVersion", version(collection));
		this.kept.put(path, object);
		return object;
	}

	void clear() {
		this.kept.clear();
	}

	void log(String path, String text) {
		this.logs.put(path, text);
	}

	ObjectNode at(String path) {
		ObjectNode object = this.kept.get(path);
		if (object == null) {
			throw new Missing(path);
		}
		return object;
	}

	boolean has(String path) {
		return this.kept.containsKey(path);
	}

	JsonNode get(ApiServer.Request request) {
		String path = request.path();
		if (this.kept.containsKey(path)) {
			return at(path);
		}
		if (path.endsWith("/scale")) {
			return scale(path);
		}
		String collection = path.substring(path.lastIndexOf('/') + 1);
		if (Discovery.kind(path.replaceAll("/namespaces/[^/]+(?=/)", "")).equals("Unknown")) {
			throw new Missing(path);
		}
		return list(path, collection, request.query());
	}

	private JsonNode scale(String path) {
		ObjectNode object = at(path.substring(0, path.length() - "/scale".length()));
		ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
		scale.set("metadata", object.path("metadata").deepCopy());
		scale.putObject("spec").put("replicas", Json.number(1, object, "spec", "replicas"));
		scale.putObject("status").put("replicas", Json.number(1, object, "spec", "replicas"));
		return scale;
	}

	private JsonNode list(String path, String plural, Map<String, String> query) {
		String root = path.replaceAll("/namespaces/[^/]+/" + plural + "$", "/" + plural);
		ObjectNode list = Json.object().put("kind", Discovery.kind(root) + "List").put("apiVersion", version(root));
		list.putObject("metadata").put("resourceVersion", "1000");
		ArrayNode items = list.putArray("items");
		Selectors selectors = new Selectors(query.getOrDefault("labelSelector", ""),
				query.getOrDefault("fieldSelector", ""));
		this.kept.forEach((at, object) -> {
			String collection = at.substring(0, at.lastIndexOf('/'));
			boolean inside = collection.equals(path)
					|| collection.replaceAll("/namespaces/[^/]+/" + plural + "$", "/" + plural).equals(path);
			if (inside && selectors.match(object)) {
				items.add(object);
			}
		});
		return list;
	}

	private static String version(String collection) {
		String[] parts = collection.split("/", -1);
		return parts[1].equals("api") ? "v1" : parts[2] + "/" + parts[3];
	}

	String watch(ApiServer.Request request) {
		return Json.list(get(request).path("items"))
			.stream()
			.map((item) -> "{\"type\":\"ADDED\",\"object\":" + item + "}\n")
			.collect(Collectors.joining());
	}

	String log(String path, Map<String, String> query) {
		String text = this.logs.getOrDefault(path + "?" + query.getOrDefault("container", ""),
				"line 1\nline 2 ERROR\nline 3\n");
		if (query.containsKey("tailLines")) {
			List<String> lines = text.lines().toList();
			int tail = Math.min(lines.size(), Integer.parseInt(query.get("tailLines")));
			return lines.subList(lines.size() - tail, lines.size())
				.stream()
				.map((line) -> line + "\n")
				.collect(Collectors.joining());
		}
		return text;
	}

	JsonNode create(ApiServer.Request request, String version) {
		ObjectNode object = Json.copy(Json.read(request.body()));
		String path = request.path() + "/" + Pods.name(object);
		if (this.kept.containsKey(path)) {
			throw new Conflict(Pods.name(object) + " already exists");
		}
		if (request.query().containsKey("dryRun")) {
			return object;
		}
		ObjectNode kept = put(path, object.toString());
		kept.withObject("/metadata").put("resourceVersion", version);
		return kept;
	}

	JsonNode delete(String path, boolean dryRun) {
		ObjectNode object = at(path);
		if (!dryRun) {
			this.kept.remove(path);
		}
		return object;
	}

	JsonNode change(ApiServer.Request request, String version) {
		String path = request.path().replaceAll("/scale$", "");
		boolean applied = request.contentType().contains("apply-patch") && !has(path);
		ObjectNode before = applied ? Json.object() : at(path);
		ObjectNode after = request.path().endsWith("/scale") ? scaled(request, before)
				: request.method().equals("PUT") ? Json.copy(Json.read(request.body()))
						: Patches.apply(request.contentType(), before, Json.read(request.body()));
		if (!before.path("spec").equals(after.path("spec")) && before.path("metadata").has("generation")) {
			after.withObject("/metadata").put("generation", Json.number(before, "metadata", "generation") + 1);
		}
		after.withObject("/metadata").put("resourceVersion", version);
		if (!request.query().containsKey("dryRun")) {
			this.kept.put(path, after);
			return request.path().endsWith("/scale") ? scale(request.path()) : after;
		}
		return after;
	}

	private static ObjectNode scaled(ApiServer.Request request, ObjectNode before) {
		ObjectNode after = before.deepCopy();
		after.withObject("/spec").put("replicas", Json.number(Json.read(request.body()), "spec", "replicas"));
		return after;
	}

}
