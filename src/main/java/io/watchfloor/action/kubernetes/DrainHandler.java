package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cordons nodes and asks the server to evict their pods, which heeds budgets. */
@Component
class DrainHandler extends KubeChange<Drain> {

	private static final int OTHERWISE = 300;

	private final Patience patience;

	DrainHandler(Clusters clusters, Patience patience, Clock clock) {
		super("kubernetes.drain", Drain.class, Drain::where, clusters, clock);
		this.patience = patience;
	}

	@Override
	Draft draft(Drain action, Cluster cluster, Instant at) {
		Draft draft = new Draft();
		for (String node : action.nodes()) {
			JsonNode object = cluster.api().get(ResourceTypes.of("nodes").path("", node));
			boolean open = !object.path("spec").path("unschedulable").asBoolean(false);
			if (open) {
				draft.call(CordonHandler.patch(ResourceTypes.of("nodes").path("", node), true));
			}
			draft.mark("nodes/" + node, Json.text(object, "metadata", "uid") + (open ? "" : " cordoned"));
			draft.change(new Plan.Change("nodes/" + node, open ? "takes pods" : "takes no new pods",
					"takes no new pods, and is empty"));
		}
		for (String node : action.nodes()) {
			DrainedPods pods = DrainedPods.of(action, node, cluster);
			pods.demand();
			pods.note(draft, cluster);
			pods.moving()
				.forEach((pod) -> draft.call(away(action, pod))
					.mark("pods/" + Pods.namespace(pod) + "/" + Pods.name(pod), Json.text(pod, "metadata", "uid"))
					.sample(Pods.namespace(pod) + "/" + Pods.name(pod)));
		}
		if (action.nodes().size() > 1) {
			draft.danger(
					action.nodes().size() + " nodes are emptied in one go: the pods of the first may land on the next."
							+ " Drain them one by one.");
		}
		return draft.undo("Uncordon; pods do not come back by themselves")
			.done("no pod that had to move is on the nodes", Duration.ZERO,
					Duration.ofSeconds(Objects.requireNonNullElse(action.timeout(), OTHERWISE)));
	}

	private static ApiCall away(Drain action, JsonNode pod) {
		String path = ResourceTypes.of("pods").path(Pods.namespace(pod), Pods.name(pod));
		ObjectNode options = Json.object();
		if (action.gracePeriod() != null) {
			options.put("gracePeriodSeconds", action.gracePeriod());
		}
		if (action.disableEviction()) {
			return ApiCall.json("DELETE", path, options.toString());
		}
		ObjectNode eviction = Json.object().put("kind", "Eviction").put("apiVersion", "policy/v1");
		eviction.putObject("metadata").put("name", Pods.name(pod)).put("namespace", Pods.namespace(pod));
		eviction.set("deleteOptions", options);
		return ApiCall.json("POST", path + "/eviction", eviction.toString());
	}

	/** A budget says "not now"; the same call goes out again until it says yes. */
	@Override
	void send(ApiCall call, Cluster cluster, RunContext context) {
		if (!call.path().endsWith("/eviction")) {
			super.send(call, cluster, context);
			return;
		}
		List<Problem> last = new ArrayList<>();
		boolean gone = this.patience.until(Duration.ofSeconds(OTHERWISE), () -> evicted(call, cluster, context, last));
		if (!gone || !last.isEmpty()) {
			throw last.getLast();
		}
	}

	private static boolean evicted(ApiCall call, Cluster cluster, RunContext context, List<Problem> last) {
		last.clear();
		try {
			cluster.api().send(call);
			return true;
		}
		catch (Problem problem) {
			if (problem.category() == Problem.Category.NOT_FOUND) {
				return true;
			}
			last.add(problem);
			boolean budget = String.valueOf(problem.getMessage()).contains("disruption budget");
			if (budget) {
				context.output(String.valueOf(problem.getMessage()));
			}
			return !budget || context.cancelled();
		}
	}

	@Override
	Look look(Drain action, Plan plan, Cluster cluster) {
		List<String> left = new ArrayList<>();
		boolean cordoned = true;
		for (String node : action.nodes()) {
			JsonNode object = cluster.api().get(ResourceTypes.of("nodes").path("", node));
			cordoned &= object.path("spec").path("unschedulable").asBoolean(false);
			DrainedPods.of(action, node, cluster).moving().forEach((pod) -> left.add(Pods.name(pod)));
		}
		if (cordoned && left.isEmpty()) {
			return Look.done("the nodes take no pods and hold none that had to move");
		}
		return Look.missing(left.isEmpty() ? "a node still takes pods" : left.size() + " pods are still there: "
				+ String.join(", ", left.subList(0, Math.min(10, left.size()))));
	}

	/** Only nodes that took pods before are opened again. */
	@Override
	public Optional<Action> undo(Drain action, Plan plan) {
		List<String> opened = action.nodes()
			.stream()
			.filter((node) -> !plan.markers().getOrDefault("nodes/" + node, "cordoned").endsWith("cordoned"))
			.toList();
		return opened.isEmpty() ? Optional.empty() : Optional.of(new Cordon(action.where(), opened, false));
	}

	/** Pods that go, and why others stay. */
	static Map<String, String> onNode(String node) {
		return Map.of("fieldSelector", "spec.nodeName=" + node, "limit", "5000");
	}

	@Override
	public void needs(Drain action, Needs needs) {
		needs.changes(action.where(), action.nodes().stream().map((node) -> "nodes/" + node).toList(), "patch")
			.anywhere("", "pods", "get", "list")
			.anywhere("policy", "poddisruptionbudgets", "list");
		if (action.disableEviction()) {
			needs.anywhere("", "pods", "delete");
		}
		else {
			needs.anywhere("", "pods/eviction", "create");
		}
	}

}
