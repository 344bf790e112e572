package io.watchfloor.action.kubernetes;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** A node, as kubectl describes it without the pods on it. */
final class NodeDescription {

	private NodeDescription() {
	}

	static void add(JsonNode node, Description out) {
		List<JsonNode> taints = Json.list(node.path("spec").path("taints"));
		if (taints.isEmpty()) {
			out.value(0, "Taints", "<none>");
		}
		taints.forEach((taint) -> out.value(0, "Taints", taint(taint)));
		out.value(0, "Unschedulable", String.valueOf(node.path("spec").path("unschedulable").asBoolean(false)));
		PodDescription.conditions(node, out);
		out.heading(0, "Addresses");
		Json.list(node.path("status").path("addresses"))
			.forEach((address) -> out.value(2, Json.text(address, "type"), Json.text(address, "address")));
		out.field(0, "Capacity", node.path("status").path("capacity"));
		out.field(0, "Allocatable", node.path("status").path("allocatable"));
		out.field(0, "System Info", node.path("status").path("nodeInfo"));
	}

	static String taint(JsonNode taint) {
		String value = Json.text(taint, "value");
		return Json.text(taint, "key") + (value.isEmpty() ? "" : "=" + value) + ":" + Json.text(taint, "effect");
	}

}
