package io.watchfloor.action.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/** Finds the pods of workloads, and which of them kubectl would choose. */
final class Pods {

	private static final List<String> PHASES = List.of("Running", "Unknown", "Pending");

	private Pods() {
	}

	/** The selector of a workload as the API takes it; empty when there is none. */
	static String selector(JsonNode workload) {
		JsonNode selector = workload.path("spec").path("selector");
		if (selector.isMissingNode()) {
			return "";
		}
		JsonNode labels = selector.has("matchLabels") || selector.has("matchExpressions") ? selector.path("matchLabels")
				: selector;
		Stream<String> equal = Json.map(labels)
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue());
		Stream<String> others = Json.list(selector.path("matchExpressions")).stream().map(Pods::expression);
		return Stream.concat(equal, others).collect(Collectors.joining(","));
	}

	private static String expression(JsonNode expression) {
		String key = Json.text(expression, "key");
		String values = Json.list(expression.path("values")).stream().map(Json::text).collect(Collectors.joining(","));
		return switch (Json.text(expression, "operator")) {
			case "In" -> key + " in (" + values + ")";
			case "NotIn" -> key + " notin (" + values + ")";
			case "Exists" -> key;
			case "DoesNotExist" -> "!" + key;
			default ->
				throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The selector of " + key + " is not understood.");
		};
	}

	static List<JsonNode> selected(Cluster cluster, String namespace, String selector) {
		return Json.list(cluster.list("pods", namespace, Map.of("labelSelector", selector)).path("items"));
	}

	/** The pod whose log kubectl shows for a workload: running, ready, restarted, old. */
	static JsonNode chosen(List<JsonNode> pods, String resource) {
		return pods.stream()
			.min(Comparator.comparing((JsonNode pod) -> Json.text(pod, "spec", "nodeName").isEmpty())
				.thenComparing((pod) -> phase(pod))
				.thenComparing((pod) -> !ready(pod))
				.thenComparing((pod) -> -restarts(pod))
				.thenComparing((pod) -> Json.text(pod, "metadata", "creationTimestamp")))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					resource + " has no pod now. Look at its events and its replicas."));
	}

	private static int phase(JsonNode pod) {
		int index = PHASES.indexOf(Json.text(pod, "status", "phase"));
		return (index < 0) ? PHASES.size() : index;
	}

	static boolean ready(JsonNode pod) {
		return Json.list(pod.path("status").path("conditions"))
			.stream()
			.anyMatch((condition) -> Json.text(condition, "type").equals("Ready")
					&& Json.text(condition, "status").equals("True"));
	}

	static long restarts(JsonNode pod) {
		return Json.list(pod.path("status").path("containerStatuses"))
			.stream()
			.mapToLong((status) -> Json.number(0, status, "restartCount"))
			.max()
			.orElse(0);
	}

	/** Names of all containers, those that start first in front. */
	static List<String> containers(JsonNode pod, boolean all) {
		List<String> kinds = all ? List.of("initContainers", "containers", "ephemeralContainers")
				: List.of("containers");
		return kinds.stream()
			.flatMap((kind) -> Json.list(pod.path("spec").path(kind)).stream())
			.map((container) -> Json.text(container, "name"))
			.toList();
	}

	static String container(JsonNode container) {
		return Json.text(container, "name");
	}

	static String name(JsonNode object) {
		return Json.text(object, "metadata", "name");
	}

	static String namespace(JsonNode object) {
		return Json.text(object, "metadata", "namespace");
	}

}
