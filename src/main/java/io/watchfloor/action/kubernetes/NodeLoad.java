package io.watchfloor.action.kubernetes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What the pods on a node ask for, against what it has. */
final class NodeLoad {

	private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

	private NodeLoad() {
	}

	static List<String> lines(JsonNode node, Cluster cluster) {
		String selector = "spec.nodeName=" + Pods.name(node) + ",status.phase!=Failed,status.phase!=Succeeded";
		List<JsonNode> pods = Json
			.list(cluster.list("pods", "", Map.of("fieldSelector", selector, "limit", "5000")).path("items"))
			.stream()
			.filter((pod) -> !ENDED.contains(Json.text(pod, "status", "phase")))
			.toList();
		List<String> lines = new ArrayList<>(List.of("Non-terminated Pods:          (" + pods.size() + " in total)"));
		pods.forEach((pod) -> lines.add("  " + Pods.namespace(pod) + "  " + Pods.name(pod)));
		lines.add("Allocated resources:");
		lines.add("  Resource  Requests  Limits");
		for (String what : List.of("cpu", "memory", "ephemeral-storage")) {
			String whole = Json.text(node.path("status").path("allocatable").path(what));
			lines
				.add("  " + what + "  " + sum(pods, "requests", what, whole) + "  " + sum(pods, "limits", what, whole));
		}
		return lines;
	}

	private static String sum(List<JsonNode> pods, String kind, String what, String whole) {
		BigDecimal sum = pods.stream()
			.flatMap((pod) -> Json.list(pod.path("spec").path("containers")).stream())
			.map((container) -> Quantity.parse(Json.text(container.path("resources").path(kind).path(what)))
				.orElse(BigDecimal.ZERO))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		String shown = what.equals("cpu") ? Quantity.milli(sum.toPlainString()) : Quantity.mebi(sum.toPlainString());
		return shown + " (" + Quantity.share(sum.toPlainString(), whole) + ")";
	}

}
