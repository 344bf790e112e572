package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends a patch as the line has it. */
@Component
class KubePatchHandler extends PatchChange<KubePatch> {

	private static final String BACK = "the way back";

	KubePatchHandler(Clusters clusters, Clock clock) {
		super("kubernetes.patch", KubePatch.class, KubePatch::where, clusters, clock);
	}

	@Override
	List<Touched> touched(KubePatch action, Cluster cluster) {
		return Touched.all(cluster, action.where(), List.of(action.resource()), null, null);
	}

	@Override
	ApiCall patch(KubePatch action, Touched touched, Cluster cluster, Instant at) {
		return ApiCall.patch(touched.path(), action.kind(), action.patch());
	}

	/** Adding to a list twice adds twice, so operations are looked at one by one. */
	@Override
	boolean applied(KubePatch action, Touched each, Plan plan, Cluster cluster) {
		if (action.kind() != KubePatch.Kind.JSON) {
			return super.applied(action, each, plan, cluster);
		}
		return Json.list(Json.read(action.patch())).stream().allMatch((operation) -> {
			String path = Json.text(operation, "path");
			JsonNode at = each.object().at(path.replaceFirst("/-$", ""));
			return switch (Json.text(operation, "op")) {
				case "remove" -> at.isMissingNode();
				case "test" -> true;
				case "add", "replace" -> path.endsWith("/-") ? Json.list(at).contains(operation.path("value"))
						: at.equals(operation.path("value"));
				default -> false;
			};
		});
	}

	@Override
	void note(KubePatch action, Draft draft, List<Touched> touched, Cluster cluster) {
		Touched each = touched.getFirst();
		JsonNode patch = Json.read(action.patch());
		if (patch.path("spec").has("selector") && each.type().plural().equals("services")) {
			selector(draft, each, patch.path("spec").path("selector"), cluster);
		}
		if (patch.path("spec").has("replicas")) {
			WorkloadNotes.autoscalers(draft, each, Json.number(0, patch, "spec", "replicas"), cluster);
		}
		if (action.kind() == KubePatch.Kind.MERGE && action.patch().contains("[")) {
			draft.danger("A merge patch replaces whole lists: what the list held and the patch does not name is gone.");
		}
		Optional<ObjectNode> back = (action.kind() == KubePatch.Kind.MERGE) ? back(each.object(), patch)
				: Optional.empty();
		back.ifPresent((reverse) -> draft.mark(BACK, reverse.toString()));
		draft.undo(back.isPresent() ? "Patch the values shown under 'now' back"
				: "None by itself: set the values shown under 'now' again");
	}

	private static void selector(Draft draft, Touched service, JsonNode change, Cluster cluster) {
		ObjectNode after = Json.copy(service.object().path("spec").path("selector"));
		change.properties().forEach((each) -> after.set(each.getKey(), each.getValue()));
		String namespace = Pods.namespace(service.object());
		long before = ready(cluster, namespace, Json.map(service.object().path("spec").path("selector")));
		long then = ready(cluster, namespace, Json.map(after));
		draft.change(new Plan.Change(service.name() + " ready pods behind it", String.valueOf(before),
				String.valueOf(then)));
		if (then == 0) {
			draft.danger("No ready pod has the new labels: the service would lead nowhere.");
		}
	}

	private static long ready(Cluster cluster, String namespace, Map<String, String> labels) {
		String selector = String.join(",", SetRules.pairs(labels));
		return selector.isEmpty() ? 0
				: Pods.selected(cluster, namespace, selector).stream().filter(Pods::ready).count();
	}

	/** The merge patch that sets back what a merge patch sets. */
	private static Optional<ObjectNode> back(JsonNode before, JsonNode patch) {
		ObjectNode reverse = Json.object();
		patch.properties().forEach((field) -> {
			JsonNode now = before.path(field.getKey());
			if (field.getValue().isObject() && now.isObject()) {
				back(now, field.getValue()).ifPresent((inner) -> reverse.set(field.getKey(), inner));
			}
			else if (now.isMissingNode()) {
				reverse.putNull(field.getKey());
			}
			else {
				reverse.set(field.getKey(), now);
			}
		});
		return reverse.isEmpty() ? Optional.empty() : Optional.of(reverse);
	}

	@Override
	public Optional<Action> undo(KubePatch action, Plan plan) {
		return Optional.ofNullable(plan.markers().get(BACK))
			.map((reverse) -> new KubePatch(action.where(), action.resource(), KubePatch.Kind.MERGE, reverse));
	}

	@Override
	public void needs(KubePatch action, Needs needs) {
		needs.changes(action.where(), List.of(action.resource()), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list")
			.any(action.where(), "horizontalpodautoscalers", "list");
		if (Resources.typeOf(action.resource()).equals("services")) {
			needs.any(action.where(), "pods", "list");
		}
	}

}
