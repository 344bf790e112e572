package io.watchfloor.action.kubernetes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request without what does not matter, so that two clients' can be compared. What is
 * left out is named here, each with its reason.
 */
record Sent(String method, String path, Map<String, String> query, String body) {

	/**
	 * Paging, who writes, how strictly, how long to wait: none of it says what is read or
	 * changed.
	 */
	private static final Set<String> PARAMETERS = Set.of("limit", "continue", "timeout", "timeoutSeconds",
			"fieldManager", "fieldValidation", "resourceVersion", "resourceVersionMatch", "allowWatchBookmarks");

	/**
	 * What only kubectl's description of some kinds looks up beside object and events.
	 */
	private static final Set<String> ONLY_DESCRIBED = Set.of("replicasets", "leases", "endpointslices", "jobs");

	static Set<String> of(List<ApiServer.Request> requests, String line) {
		return requests.stream()
			.filter((request) -> !noise(request, line))
			.map((request) -> of(request, line).toString())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Only what changes something. */
	static List<String> changes(List<ApiServer.Request> requests, String line) {
		return requests.stream()
			.filter((request) -> !request.reads())
			.map((request) -> of(request, line).toString())
			.sorted()
			.toList();
	}

	/**
	 * Discovery and schemas (how types are found) and watches with the list they begin
	 * with.
	 */
	private static boolean noise(ApiServer.Request request, String line) {
		if (!request.method().equals("GET")) {
			return false;
		}
		boolean discovery = request.path().matches("/api|/apis|/api/v1|/apis/[^/]+/[^/]+|/openapi/.*|/version")
				&& !line.contains(" --raw");
		boolean watching = request.query().containsKey("watch") || request.query().containsKey("resourceVersion");
		String last = request.path().replaceAll("/(namespaces/[^/]+|kube-node-lease)/", "/");
		boolean described = line.contains("describe ")
				&& ONLY_DESCRIBED.stream().anyMatch((part) -> last.contains("/" + part))
				&& ONLY_DESCRIBED.stream().noneMatch(line::contains);
		// What a selector found is read once more, one by one
		boolean again = line.contains("describe ") && line.contains(" -l ") && last.matches(".*/pods/[^/]+");
		return discovery || watching || described || again;
	}

	private static Sent of(ApiServer.Request request, String line) {
		Map<String, String> query = new TreeMap<>(request.query());
		query.keySet().removeAll(PARAMETERS);
		// The parts of a selector have no order
		query.computeIfPresent("fieldSelector",
				(_, selector) -> Arrays.stream(selector.split(",")).sorted().collect(Collectors.joining(",")));
		boolean binary = request.contentType().contains("protobuf")
				|| line.matches(".*\\b(auth|create|autoscale)\\b.*");
		return new Sent(request.method(), request.path(), query, binary ? "" : body(request.body()));
	}

	private static String body(String body) {
		if (body.isBlank()) {
			return "";
		}
		return plain(Json.read(body)).toString();
	}

	/**
	 * Without nulls and empty objects that Go writes for what is not set, without our
	 * precondition on the uid (it only makes a deletion more careful), the restart's
	 * time, and the order of named elements.
	 */
	private static JsonNode plain(JsonNode node) {
		if (node.isObject()) {
			ObjectNode object = Json.object();
			for (Map.Entry<String, JsonNode> field : Json.sorted(node).properties()) {
				boolean unset = field.getKey().equals("creationTimestamp") || field.getKey().equals("preconditions")
						|| (field.getKey().equals("status") && field.getValue().isObject())
						|| (field.getKey().equals("resources") && field.getValue().isEmpty());
				if (!unset) {
					object.set(field.getKey(), field.getKey().equals("kubectl.kubernetes.io/restartedAt")
							? Json.read("\"now\"") : plain(field.getValue()));
				}
			}
			return object;
		}
		if (node.isArray()) {
			List<JsonNode> elements = Json.list(node).stream().map(Sent::plain).collect(Collectors.toList());
			if (elements.stream().allMatch((element) -> element.has("name") || element.has("key"))) {
				elements
					.sort(Comparator.comparing((element) -> Json.text(element, "name") + Json.text(element, "key")));
			}
			ArrayNode array = Json.array();
			elements.forEach(array::add);
			return array;
		}
		return node;
	}

}
