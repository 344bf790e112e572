package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** A pod with its containers, as kubectl describes it. */
final class PodDescription {

	private PodDescription() {
	}

	static void add(JsonNode pod, Description out) {
		out.value(0, "Priority", Json.text(pod, "spec", "priority"));
		out.value(0, "Service Account", Json.text(pod, "spec", "serviceAccountName"));
		out.value(0, "Node", Json.text(pod, "spec", "nodeName") + "/" + Json.text(pod, "status", "hostIP"));
		out.value(0, "Start Time", Json.text(pod, "status", "startTime"));
		out.value(0, "Status", Json.text(pod, "status", "phase"));
		for (String field : List.of("reason", "message")) {
			if (!Json.text(pod, "status", field).isEmpty()) {
				out.value(0, Description.title(field), Json.text(pod, "status", field));
			}
		}
		out.value(0, "IP", Json.text(pod, "status", "podIP"));
		Json.list(pod.path("metadata").path("ownerReferences"))
			.forEach((owner) -> out.value(0, "Controlled By",
					Json.text(owner, "kind") + "/" + Json.text(owner, "name")));
		containers("Init Containers", pod, "initContainers", "initContainerStatuses", out);
		containers("Containers", pod, "containers", "containerStatuses", out);
		conditions(pod, out);
		List<JsonNode> volumes = Json.list(pod.path("spec").path("volumes"));
		out.heading(0, "Volumes");
		volumes.forEach((volume) -> volume(volume, out));
		out.value(0, "QoS Class", Json.text(pod, "status", "qosClass"));
		selector(pod, out);
		for (JsonNode toleration : Json.list(pod.path("spec").path("tolerations"))) {
			out.value(0, "Tolerations", Json.text(toleration, "key") + ":" + Json.text(toleration, "effect") + " op="
					+ Json.text(toleration, "operator"));
		}
	}

	static void conditions(JsonNode object, Description out) {
		out.heading(0, "Conditions");
		Json.list(object.path("status").path("conditions")).forEach((condition) -> {
			String reason = Json.text(condition, "reason");
			String message = Json.text(condition, "message");
			out.value(2, Json.text(condition, "type"),
					(Json.text(condition, "status") + "  " + reason + "  " + message).strip());
		});
	}

	private static void selector(JsonNode pod, Description out) {
		Map<String, String> selector = Json.map(pod.path("spec").path("nodeSelector"));
		out.value(0, "Node-Selectors", selector.isEmpty() ? "<none>" : selector.toString());
	}

	private static void volume(JsonNode volume, Description out) {
		out.heading(2, Json.text(volume, "name"));
		volume.properties()
			.stream()
			.filter((field) -> !field.getKey().equals("name"))
			.forEach((field) -> out.field(4, field.getKey(), field.getValue()));
	}

	private static void containers(String title, JsonNode pod, String field, String statuses, Description out) {
		List<JsonNode> containers = Json.list(pod.path("spec").path(field));
		if (!containers.isEmpty()) {
			out.heading(0, title);
		}
		for (JsonNode container : containers) {
			String name = Json.text(container, "name");
			JsonNode status = Json.list(pod.path("status").path(statuses))
				.stream()
				.filter((each) -> Json.text(each, "name").equals(name))
				.findFirst()
				.orElse(Json.object());
			out.heading(2, name);
			container(container, status, out);
		}
	}

	private static void container(JsonNode container, JsonNode status, Description out) {
		out.value(4, "Container ID", Json.text(status, "containerID"));
		out.value(4, "Image", Json.text(container, "image"));
		out.value(4, "Image ID", Json.text(status, "imageID"));
		for (String field : List.of("ports", "command", "args")) {
			if (!container.path(field).isEmpty()) {
				out.field(4, field, container.path(field));
			}
		}
		state("State", status.path("state"), out);
		state("Last State", status.path("lastState"), out);
		out.value(4, "Ready", Description.title(Json.text(status, "ready")));
		out.value(4, "Restart Count", Json.text(status, "restartCount"));
		quantities("Limits", container, "limits", out);
		quantities("Requests", container, "requests", out);
		probe("Liveness", container.path("livenessProbe"), out);
		probe("Readiness", container.path("readinessProbe"), out);
		probe("Startup", container.path("startupProbe"), out);
		out.heading(4, "Environment");
		Json.list(container.path("env")).forEach((variable) -> variable(variable, out));
		out.heading(4, "Mounts");
		Json.list(container.path("volumeMounts"))
			.forEach((mount) -> out
				.line("      " + Json.text(mount, "mountPath") + " from " + Json.text(mount, "name")));
	}

	private static void state(String title, JsonNode state, Description out) {
		state.properties().forEach((kind) -> {
			out.value(4, title, Description.title(kind.getKey()));
			kind.getValue().properties().forEach((field) -> out.value(6, switch (field.getKey()) {
				case "startedAt" -> "Started";
				case "finishedAt" -> "Finished";
				case "exitCode" -> "Exit Code";
				default -> Description.title(field.getKey());
			}, Json.text(field.getValue())));
		});
	}

	private static void quantities(String title, JsonNode container, String field, Description out) {
		Map<String, String> quantities = Json.map(container.path("resources").path(field));
		if (!quantities.isEmpty()) {
			out.heading(4, title);
			quantities.forEach((name, quantity) -> out.value(6, name, quantity));
		}
	}

	private static void probe(String title, JsonNode probe, Description out) {
		if (probe.isEmpty()) {
			return;
		}
		JsonNode get = probe.path("httpGet");
		String what = !get.isEmpty()
				? "http-get " + Json.text(get, "scheme").toLowerCase(java.util.Locale.ROOT) + "://:"
						+ Json.text(get, "port") + Json.text(get, "path")
				: probe.path("exec").isEmpty() ? "tcp-socket :" + Json.text(probe, "tcpSocket", "port")
						: "exec " + Json.text(probe, "exec", "command");
		out.value(4, title, what + " delay=" + Json.number(0, probe, "initialDelaySeconds") + "s timeout="
				+ Json.number(1, probe, "timeoutSeconds") + "s period=" + Json.number(10, probe, "periodSeconds")
				+ "s #success=" + Json.number(1, probe, "successThreshold") + " #failure="
				+ Json.number(3, probe, "failureThreshold"));
	}

	/** Names of variables; values only where nothing about them looks secret. */
	private static void variable(JsonNode variable, Description out) {
		String name = Json.text(variable, "name");
		JsonNode from = variable.path("valueFrom");
		String value = Json.text(variable, "value");
		out.value(6, name, from.isEmpty() ? SetRules.secret(name, value) ? SecretValues.HIDDEN : value
				: "<set from " + from.toString().replace("\"", "") + ">");
	}

}
