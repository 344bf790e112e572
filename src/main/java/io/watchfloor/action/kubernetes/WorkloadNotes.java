package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/** What stands around a workload and would suffer from, or work against, a change. */
final class WorkloadNotes {

	private static final Pattern DATA_STORE = Pattern.compile(
			".*(postgres|mysql|mariadb|mongo|redis|valkey|elastic|opensearch|kafka|rabbitmq|etcd|neo4j|cassandra|clickhouse).*");

	private WorkloadNotes() {
	}

	/** For a change that replaces pods. */
	static void add(Draft draft, Touched each, Cluster cluster) {
		JsonNode spec = each.object().path("spec");
		long replicas = Json.number(1, spec, "replicas");
		boolean daemons = each.type().plural().equals("daemonsets");
		draft.effect(each.name() + ": "
				+ (daemons ? "every node's pod is" : replicas + ((replicas == 1) ? " pod is" : " pods are"))
				+ " replaced" + manner(spec));
		if (Json.text(spec, "strategy", "type").equals("Recreate")) {
			draft.danger(each.name() + " is of strategy Recreate: all pods stop before new ones start.");
		}
		if (!daemons && replicas == 1) {
			draft.warn(each.name() + " has one pod only.");
		}
		if (spec.path("paused").asBoolean(false)) {
			draft.warn(each.name() + " is paused: nothing rolls until it is resumed.");
		}
		RolloutState now = RolloutState.of(each.type(), each.object());
		if (now.stage() == RolloutState.Stage.UNDER_WAY || now.stage() == RolloutState.Stage.FAILED) {
			draft.danger("A roll-out is not finished: " + now.message());
		}
		dataStore(draft, each);
		budgets(draft, each, cluster);
	}

	private static String manner(JsonNode spec) {
		JsonNode rolling = spec.path("strategy").path("rollingUpdate");
		return rolling.isEmpty() ? ", one after the other" : ", at most " + Json.text(rolling, "maxUnavailable")
				+ " missing and " + Json.text(rolling, "maxSurge") + " more at a time";
	}

	/** A data store restarts with its data, if it restarts at all. */
	static void dataStore(Draft draft, Touched each) {
		String images = RolloutHistoryHandler.images(each.template());
		boolean claims = Json.list(each.template().path("spec").path("volumes"))
			.stream()
			.anyMatch((volume) -> volume.has("persistentVolumeClaim"));
		if (claims && each.type().plural().equals("deployments")) {
			draft
				.danger(each.name() + " keeps data on a volume that usually only one pod can hold; the new pod may wait"
						+ " for ever.");
		}
		if (DATA_STORE.matcher(images).matches()) {
			draft.danger(each.name() + " looks like a data store (" + images
					+ "): its clients lose their connections, and it may need time to recover.");
		}
	}

	private static void budgets(Draft draft, Touched each, Cluster cluster) {
		Map<String, String> labels = Json.map(each.template().path("metadata").path("labels"));
		for (JsonNode budget : around(draft, cluster, "poddisruptionbudgets", Pods.namespace(each.object()))) {
			Map<String, String> selected = Json.map(budget.path("spec").path("selector").path("matchLabels"));
			if (!selected.isEmpty() && labels.entrySet().containsAll(selected.entrySet())) {
				draft.effect("Disruption budget " + Pods.name(budget) + " allows "
						+ Json.number(0, budget, "status", "disruptionsAllowed")
						+ " disruptions now (evictions heed it," + " roll-outs do not)");
			}
		}
	}

	/** An autoscaler that would set the number of replicas back. */
	static void autoscalers(Draft draft, Touched each, long wanted, Cluster cluster) {
		for (JsonNode scaler : around(draft, cluster, "horizontalpodautoscalers", Pods.namespace(each.object()))) {
			if (scales(scaler, each)) {
				long least = Json.number(1, scaler, "spec", "minReplicas");
				long most = Json.number(0, scaler, "spec", "maxReplicas");
				String range = "The autoscaler " + Pods.name(scaler) + " keeps " + each.name() + " between " + least
						+ " and " + most;
				draft.danger((wanted == 0) ? range + "; at 0 it stops working until somebody scales up again." : range
						+ " and will set " + wanted + " back to what it thinks right. Change its range instead.");
			}
		}
	}

	/** How many pods an autoscaler may make of it; 0 without one. */
	static long most(Draft draft, Touched each, Cluster cluster) {
		return around(draft, cluster, "horizontalpodautoscalers", Pods.namespace(each.object())).stream()
			.filter((scaler) -> scales(scaler, each))
			.mapToLong((scaler) -> Json.number(0, scaler, "spec", "maxReplicas"))
			.max()
			.orElse(0);
	}

	private static boolean scales(JsonNode scaler, Touched each) {
		JsonNode target = scaler.path("spec").path("scaleTargetRef");
		return Json.text(target, "name").equals(Pods.name(each.object()))
				&& Json.text(target, "kind").equals(each.type().kind());
	}

	/** What is in a namespace; nothing, and a warning, where it cannot be read. */
	static List<JsonNode> around(Draft draft, Cluster cluster, String type, String namespace) {
		try {
			return Json.list(cluster.list(type, namespace, Map.of()).path("items"));
		}
		catch (Problem problem) {
			draft.warn("Could not look for " + type + ": " + problem.getMessage());
			return List.of();
		}
	}

}
