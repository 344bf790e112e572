package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates a horizontal autoscaler, in version 1 as kubectl does. */
@Component
class KubeAutoscaleHandler extends CreateChange<KubeAutoscale> {

	KubeAutoscaleHandler(Clusters clusters, Clock clock) {
		super("kubernetes.autoscale", KubeAutoscale.class, KubeAutoscale::where, clusters, clock);
	}

	private static String name(KubeAutoscale action) {
		return Objects.requireNonNullElse(action.name(), Resources.nameOf(action.resource()));
	}

	@Override
	String path(KubeAutoscale action, Cluster cluster) {
		return ResourceTypes.of("horizontalpodautoscalers").path(cluster.namespace(action.where()), name(action));
	}

	@Override
	Draft draft(KubeAutoscale action, Cluster cluster, Instant at) {
		JsonNode workload = cluster.object(action.resource(), action.where());
		ResourceType type = cluster.type(Resources.typeOf(action.resource()));
		ObjectNode scaler = Json.object().put("kind", "HorizontalPodAutoscaler").put("apiVersion", "autoscaling/v1");
		scaler.putObject("metadata").put("name", name(action));
		ObjectNode spec = scaler.putObject("spec");
		spec.putObject("scaleTargetRef")
			.put("kind", type.kind())
			.put("name", Pods.name(workload))
			.put("apiVersion", type.apiVersion());
		if (action.min() != null) {
			spec.put("minReplicas", action.min());
		}
		spec.put("maxReplicas", action.max());
		if (action.cpuPercent() != null) {
			spec.put("targetCPUUtilizationPercentage", action.cpuPercent());
		}
		Draft draft = create(path(action, cluster),
				"/apis/autoscaling/v1/namespaces/" + cluster.namespace(action.where()) + "/horizontalpodautoscalers",
				scaler.toString(), cluster)
			.undo("Delete the autoscaler; the number of replicas stays as it is then");
		note(action, draft, workload);
		return draft;
	}

	private static void note(KubeAutoscale action, Draft draft, JsonNode workload) {
		long now = Json.number(1, workload, "spec", "replicas");
		if (now > action.max()) {
			draft.danger(action.resource() + " has " + now + " pods; the autoscaler takes it down to " + action.max()
					+ " at once.");
		}
		boolean asks = Json.list(workload.path("spec").path("template").path("spec").path("containers"))
			.stream()
			.allMatch((container) -> container.path("resources").path("requests").has("cpu"));
		if (!asks) {
			draft.danger("Not every container asks for CPU: a share of nothing cannot be measured, and the autoscaler"
					+ " will do nothing.");
		}
		draft.warn("From now on 'kubectl scale' of " + action.resource() + " is set back by it.");
	}

	@Override
	public Optional<Action> undo(KubeAutoscale action, Plan plan) {
		return Optional.of(new KubeDelete(action.where(), java.util.List.of("horizontalpodautoscalers/" + name(action)),
				null, null, false, null, false, null, true));
	}

	@Override
	public void needs(KubeAutoscale action, Needs needs) {
		needs.looks(action.where(), false, List.of(action.resource()))
			.changes(action.where(), List.of("horizontalpodautoscalers/" + name(action)), "create", "delete");
	}

}
