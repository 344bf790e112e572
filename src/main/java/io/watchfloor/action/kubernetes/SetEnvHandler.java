package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets variables of containers. */
@Component
class SetEnvHandler extends PatchChange<SetEnv> {

	private static final String BEFORE = "variable before ";

	SetEnvHandler(Clusters clusters, Clock clock) {
		super("kubernetes.set-env", SetEnv.class, SetEnv::where, clusters, clock);
	}

	@Override
	List<Touched> touched(SetEnv action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.resources(), null, null);
	}

	@Override
	ApiCall patch(SetEnv action, Touched touched, Cluster cluster, Instant at) {
		Predicate<JsonNode> chosen = TemplatePatch.chosen(action.containers());
		return TemplatePatch.of(touched, List.of("initContainers", "containers"),
				(container) -> chosen.test(container) ? env(action, container) : Json.object());
	}

	private static ObjectNode env(SetEnv action, JsonNode container) {
		List<JsonNode> now = Json.list(container.path("env"));
		List<String> names = new ArrayList<>(now.stream().map(Pods::container).toList());
		ArrayNode changes = Json.array();
		action.set().forEach((name, value) -> {
			if (now.stream()
				.noneMatch((each) -> Pods.container(each).equals(name) && Json.text(each, "value").equals(value)
						&& !each.has("valueFrom"))) {
				ObjectNode change = changes.addObject().put("name", name);
				change.put("value", value);
				if (now.stream().anyMatch((each) -> Pods.container(each).equals(name) && each.has("valueFrom"))) {
					change.putNull("valueFrom");
				}
			}
			if (!names.contains(name)) {
				names.add(name);
			}
		});
		action.remove().stream().filter(names::contains).forEach((name) -> {
			changes.addObject().put("$patch", "delete").put("name", name);
			names.remove(name);
		});
		if (changes.isEmpty()) {
			return Json.object();
		}
		ObjectNode fields = Json.object();
		ArrayNode order = Json.array();
		names.forEach((name) -> order.addObject().put("name", name));
		if (!now.isEmpty() && !order.isEmpty()) {
			fields.set("$setElementOrder/env", order);
		}
		fields.set("env", changes);
		return fields;
	}

	@Override
	boolean applied(SetEnv action, Touched each, Plan plan, Cluster cluster) {
		Predicate<JsonNode> chosen = TemplatePatch.chosen(action.containers());
		return Json.list(each.template().path("spec").path("containers"))
			.stream()
			.filter(chosen)
			.allMatch((container) -> env(action, container).isEmpty());
	}

	@Override
	void note(SetEnv action, Draft draft, List<Touched> touched, Cluster cluster) {
		draft.warn("The team's manifests do not know of it: the next apply sets it back.");
		touched.forEach((each) -> VariableNotes.add(action, draft, each, cluster));
		Optional<Map<String, String>> before = before(action, touched);
		before.ifPresent((values) -> values.forEach((name, value) -> draft.mark(BEFORE + name, value)));
		draft.undo(before.isPresent() ? "Set the variables to what they are now"
				: "None at one go: the containers do not all have the same plain value now; see 'now' above");
	}

	/**
	 * What every chosen container has now: a value, or {@code null} as absent; empty when
	 * they differ or a value comes from elsewhere or looks secret.
	 */
	private static Optional<Map<String, String>> before(SetEnv action, List<Touched> touched) {
		Map<String, String> before = new LinkedHashMap<>();
		List<String> names = new ArrayList<>(action.set().keySet());
		names.addAll(action.remove());
		Predicate<JsonNode> chosen = TemplatePatch.chosen(action.containers());
		for (Touched each : touched) {
			for (JsonNode container : Json.list(each.template().path("spec").path("containers"))) {
				for (String name : chosen.test(container) ? names : List.<String>of()) {
					String now = now(container, name);
					if (now.equals("?") || !now.equals(before.getOrDefault(name, now))) {
						return Optional.empty();
					}
					before.put(name, now);
				}
			}
		}
		return Optional.of(before);
	}

	/** {@code =value}, {@code -} for absent, {@code ?} for what cannot be set again. */
	private static String now(JsonNode container, String name) {
		return Json.list(container.path("env"))
			.stream()
			.filter((each) -> Pods.container(each).equals(name))
			.map((each) -> (each.has("valueFrom") || SetRules.secret(name, Json.text(each, "value"))) ? "?"
					: "=" + Json.text(each, "value"))
			.findFirst()
			.orElse("-");
	}

	@Override
	public Optional<Action> undo(SetEnv action, Plan plan) {
		Map<String, String> set = new LinkedHashMap<>();
		List<String> remove = new ArrayList<>();
		plan.markers().forEach((marker, value) -> {
			if (marker.startsWith(BEFORE)) {
				String name = marker.substring(BEFORE.length());
				if (value.startsWith("=")) {
					set.put(name, value.substring(1));
				}
				else {
					remove.add(name);
				}
			}
		});
		return (set.isEmpty() && remove.isEmpty()) ? Optional.empty()
				: Optional.of(new SetEnv(action.where(), action.resources(), set, remove, action.containers()));
	}

	@Override
	public void needs(SetEnv action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list")
			.any(action.where(), "horizontalpodautoscalers", "list")
			.any(action.where(), "services", "list");
	}

}
