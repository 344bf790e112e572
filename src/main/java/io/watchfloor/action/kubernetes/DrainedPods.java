package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pods of a node, as kubectl drain sorts them.
 *
 * @param moving those that have to go
 * @param refusals why it cannot go on without another flag
 */
record DrainedPods(String node, List<JsonNode> moving, List<String> refusals, List<JsonNode> staying) {

	private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

	static DrainedPods of(Drain action, String node, Cluster cluster) {
		Map<String, String> query = new java.util.TreeMap<>(DrainHandler.onNode(node));
		if (action.podSelector() != null) {
			query.put("labelSelector", action.podSelector());
		}
		DrainedPods sorted = new DrainedPods(node, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		Json.list(cluster.list("pods", "", query).path("items")).forEach((pod) -> sorted.sort(action, pod));
		return sorted;
	}

	private void sort(Drain action, JsonNode pod) {
		String name = Pods.namespace(pod) + "/" + Pods.name(pod);
		String owner = owner(pod);
		boolean mirror = pod.path("metadata").path("annotations").has("kubernetes.io/config.mirror");
		boolean ended = ENDED.contains(Json.text(pod, "status", "phase"));
		if (mirror || ("DaemonSet".equals(owner) && !ended)) {
			this.staying.add(pod);
			if (!mirror && !action.ignoreDaemonSets()) {
				this.refusals.add(name + " belongs to a daemon set; say --ignore-daemonsets to leave those");
			}
			return;
		}
		this.moving.add(pod);
		if (ended) {
			return;
		}
		if (owner == null && !action.force()) {
			this.refusals.add(name + " belongs to no controller and would not come back; only --force takes it");
		}
		if (emptyDir(pod) && !action.deleteEmptyDirData()) {
			this.refusals.add(name + " keeps data in an emptyDir; only --delete-emptydir-data lets it go");
		}
	}

	private static boolean emptyDir(JsonNode pod) {
		return Json.list(pod.path("spec").path("volumes")).stream().anyMatch((volume) -> volume.has("emptyDir"));
	}

	private static @Nullable String owner(JsonNode pod) {
		return Json.list(pod.path("metadata").path("ownerReferences"))
			.stream()
			.filter((owner) -> owner.path("controller").asBoolean(false))
			.map((owner) -> Json.text(owner, "kind"))
			.findFirst()
			.orElse(null);
	}

	void demand() {
		if (!this.refusals.isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"The node " + this.node + " cannot be drained so: " + String.join("; ", this.refusals) + ".");
		}
	}

	void note(Draft draft, Cluster cluster) {
		draft.effect(this.moving.size() + " pods leave " + this.node + ", " + this.staying.size() + " stay");
		for (JsonNode pod : this.moving) {
			if (emptyDir(pod)) {
				draft.danger(Pods.name(pod) + " loses the data in its emptyDir.");
			}
			if (owner(pod) == null) {
				draft.danger(Pods.name(pod) + " belongs to no controller: nothing brings it back.");
			}
		}
		this.moving.stream().map(Pods::namespace).distinct().forEach((namespace) -> budgets(draft, cluster, namespace));
	}

	private void budgets(Draft draft, Cluster cluster, String namespace) {
		for (JsonNode budget : Json.list(cluster.list("poddisruptionbudgets", namespace, Map.of()).path("items"))) {
			Map<String, String> selected = Json.map(budget.path("spec").path("selector").path("matchLabels"));
			long hit = this.moving.stream()
				.filter((pod) -> Pods.namespace(pod).equals(namespace)
						&& Json.map(pod.path("metadata").path("labels")).entrySet().containsAll(selected.entrySet()))
				.count();
			long allowed = Json.number(0, budget, "status", "disruptionsAllowed");
			if (hit > 0 && allowed == 0) {
				draft.danger("The disruption budget " + Pods.name(budget) + " allows none now: it will wait for it.");
			}
			else if (hit > 0) {
				draft.effect("The disruption budget " + Pods.name(budget) + " allows " + allowed + " at a time");
			}
		}
	}

}
