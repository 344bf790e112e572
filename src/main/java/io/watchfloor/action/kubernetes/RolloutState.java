package io.watchfloor.action.kubernetes;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * How far a workload's latest change is out, as {@code kubectl rollout status} judges it.
 *
 * @param stage how far
 * @param message in kubectl's words
 */
record RolloutState(Stage stage, String message) {

	enum Stage {

		COMPLETE, UNDER_WAY, FAILED,
		/** It rolls, but nothing tells how far it is. */
		UNTOLD,
		/** Its kind does not roll at all: what stands in it is all there is. */
		NOT_ROLLED

	}

	static RolloutState of(ResourceType type, JsonNode workload) {
		return switch (type.plural()) {
			case "deployments" -> deployment(workload);
			case "daemonsets" -> daemonSet(workload);
			case "statefulsets" -> statefulSet(workload);
			default -> new RolloutState(Stage.NOT_ROLLED, type.plural() + " are not rolled out");
		};
	}

	private static boolean unseen(JsonNode workload) {
		return Json.number(workload, "metadata", "generation") > Json.number(0, workload, "status",
				"observedGeneration");
	}

	private static RolloutState deployment(JsonNode workload) {
		String name = "deployment \"" + Pods.name(workload) + "\"";
		if (unseen(workload)) {
			return underWay("Waiting for deployment spec update to be observed...");
		}
		if (deadlineExceeded(workload)) {
			return new RolloutState(Stage.FAILED, name + " exceeded its progress deadline");
		}
		long wanted = Json.number(1, workload, "spec", "replicas");
		long updated = Json.number(0, workload, "status", "updatedReplicas");
		long all = Json.number(0, workload, "status", "replicas");
		long available = Json.number(0, workload, "status", "availableReplicas");
		if (updated < wanted) {
			return underWay("Waiting for " + name + " rollout to finish: " + updated + " out of " + wanted
					+ " new replicas have been updated...");
		}
		if (all > updated) {
			return underWay("Waiting for " + name + " rollout to finish: " + (all - updated)
					+ " old replicas are pending termination...");
		}
		if (available < updated) {
			return underWay("Waiting for " + name + " rollout to finish: " + available + " of " + updated
					+ " updated replicas are available...");
		}
		return complete(name + " successfully rolled out");
	}

	private static boolean deadlineExceeded(JsonNode workload) {
		Optional<JsonNode> progressing = Json.list(workload.path("status").path("conditions"))
			.stream()
			.filter((condition) -> Json.text(condition, "type").equals("Progressing"))
			.findFirst();
		return progressing.filter((condition) -> Json.text(condition, "reason").equals("ProgressDeadlineExceeded"))
			.isPresent();
	}

	private static RolloutState daemonSet(JsonNode workload) {
		String name = "daemon set \"" + Pods.name(workload) + "\"";
		if (!strategy(workload, "updateStrategy").equals("RollingUpdate")) {
			return new RolloutState(Stage.UNTOLD, "rollout status is only available for RollingUpdate strategy type");
		}
		if (unseen(workload)) {
			return underWay("Waiting for daemon set spec update to be observed...");
		}
		long wanted = Json.number(0, workload, "status", "desiredNumberScheduled");
		long updated = Json.number(0, workload, "status", "updatedNumberScheduled");
		long available = Json.number(0, workload, "status", "numberAvailable");
		if (updated < wanted) {
			return underWay("Waiting for " + name + " rollout to finish: " + updated + " out of " + wanted
					+ " new pods have been updated...");
		}
		if (available < wanted) {
			return underWay("Waiting for " + name + " rollout to finish: " + available + " of " + wanted
					+ " updated pods are available...");
		}
		return complete(name + " successfully rolled out");
	}

	private static RolloutState statefulSet(JsonNode workload) {
		if (!strategy(workload, "updateStrategy").equals("RollingUpdate")) {
			return new RolloutState(Stage.UNTOLD, "rollout status is only available for RollingUpdate strategy type");
		}
		if (Json.number(0, workload, "status", "observedGeneration") == 0 || unseen(workload)) {
			return underWay("Waiting for statefulset spec update to be observed...");
		}
		long wanted = Json.number(1, workload, "spec", "replicas");
		long ready = Json.number(0, workload, "status", "readyReplicas");
		long updated = Json.number(0, workload, "status", "updatedReplicas");
		if (ready < wanted) {
			return underWay("Waiting for " + (wanted - ready) + " pods to be ready...");
		}
		long partition = Json.number(0, workload, "spec", "updateStrategy", "rollingUpdate", "partition");
		if (partition > 0) {
			return (updated < wanted - partition)
					? underWay("Waiting for partitioned roll out to finish: " + updated + " out of "
							+ (wanted - partition) + " new pods have been updated...")
					: complete("partitioned roll out complete: " + updated + " new pods have been updated...");
		}
		if (!Json.text(workload, "status", "updateRevision").equals(Json.text(workload, "status", "currentRevision"))) {
			return underWay("waiting for statefulset rolling update to complete " + updated + " pods at revision "
					+ Json.text(workload, "status", "updateRevision") + "...");
		}
		return complete("statefulset rolling update complete " + Json.number(0, workload, "status", "currentReplicas")
				+ " pods at revision " + Json.text(workload, "status", "currentRevision") + "...");
	}

	private static String strategy(JsonNode workload, String field) {
		String type = Json.text(workload, "spec", field, "type");
		return type.isEmpty() ? "RollingUpdate" : type;
	}

	private static RolloutState underWay(String message) {
		return new RolloutState(Stage.UNDER_WAY, message);
	}

	private static RolloutState complete(String message) {
		return new RolloutState(Stage.COMPLETE, message);
	}

}
