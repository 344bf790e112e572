package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets what containers ask for and may use. */
@Component
class SetResourcesHandler extends PatchChange<SetResources> {

	SetResourcesHandler(Clusters clusters, Clock clock) {
		super("kubernetes.set-resources", SetResources.class, SetResources::where, clusters, clock);
	}

	@Override
	List<Touched> touched(SetResources action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.resources(), null, null);
	}

	@Override
	ApiCall patch(SetResources action, Touched touched, Cluster cluster, Instant at) {
		Predicate<JsonNode> chosen = TemplatePatch.chosen(action.containers());
		return TemplatePatch.of(touched, List.of("containers"),
				(container) -> chosen.test(container) ? resources(action, container) : Json.object());
	}

	private static ObjectNode resources(SetResources action, JsonNode container) {
		ObjectNode resources = Json.object();
		put(resources, "limits", action.limits(), container);
		put(resources, "requests", action.requests(), container);
		ObjectNode fields = Json.object();
		if (!resources.isEmpty()) {
			fields.set("resources", resources);
		}
		return fields;
	}

	private static void put(ObjectNode resources, String kind, Map<String, String> wanted, JsonNode container) {
		JsonNode now = container.path("resources").path(kind);
		wanted.forEach((name, quantity) -> {
			if (!Json.text(now.path(name)).equals(quantity)) {
				resources.withObject("/" + kind).put(name, quantity);
			}
		});
	}

	@Override
	boolean applied(SetResources action, Touched each, io.watchfloor.action.Plan plan, Cluster cluster) {
		Predicate<JsonNode> chosen = TemplatePatch.chosen(action.containers());
		return Json.list(each.template().path("spec").path("containers"))
			.stream()
			.filter(chosen)
			.allMatch((container) -> resources(action, container).isEmpty());
	}

	@Override
	void note(SetResources action, Draft draft, List<Touched> touched, Cluster cluster) {
		draft.warn("The team's manifests do not know of it: the next apply sets it back.");
		if (action.containers() == null
				&& touched.stream().anyMatch((each) -> Pods.containers(each.template(), false).size() > 1)) {
			draft.danger("No container is named, so every container gets these figures.");
		}
		draft.undo("None by itself: containers differ in what they have now; set the figures shown under 'now' again,"
				+ " or roll back to the revision before");
	}

	@Override
	public void needs(SetResources action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
	}

}
