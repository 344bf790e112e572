package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets labels or annotations and can set the earlier ones again. */
@Component
class KubeLabelHandler extends PatchChange<KubeLabel> {

	private static final String BEFORE = "value before ";

	KubeLabelHandler(Clusters clusters, Clock clock) {
		super("kubernetes.label", KubeLabel.class, KubeLabel::where, clusters, clock);
	}

	@Override
	List<Touched> touched(KubeLabel action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.resources(), null, null);
	}

	private static JsonNode now(KubeLabel action, Touched touched) {
		return touched.object().path("metadata").path(action.kind().plural());
	}

	@Override
	ApiCall patch(KubeLabel action, Touched touched, Cluster cluster, Instant at) {
		JsonNode now = now(action, touched);
		ObjectNode patch = Json.object();
		ObjectNode fields = patch.withObject("/metadata/" + action.kind().plural());
		action.set().forEach((name, value) -> {
			String before = Json.text(now.path(name));
			if (now.has(name) && !before.equals(value) && !action.overwrite()) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, touched.name() + " has " + name + "=" + before
						+ " already, and the line does not say --overwrite.");
			}
			if (!now.has(name) || !before.equals(value)) {
				fields.put(name, value);
			}
		});
		action.remove().stream().filter(now::has).forEach(fields::putNull);
		if (fields.isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					touched.name() + " is already so. Nothing is to be done.");
		}
		return ApiCall.patch(touched.path(), KubePatch.Kind.MERGE, patch.toString());
	}

	@Override
	boolean applied(KubeLabel action, Touched each, Plan plan, Cluster cluster) {
		JsonNode now = now(action, each);
		return action.remove().stream().noneMatch(now::has) && action.set()
			.entrySet()
			.stream()
			.allMatch((field) -> Json.text(now.path(field.getKey())).equals(field.getValue()));
	}

	@Override
	void note(KubeLabel action, Draft draft, List<Touched> touched, Cluster cluster) {
		List<String> names = new ArrayList<>(action.set().keySet());
		names.addAll(action.remove());
		for (Touched each : touched) {
			names.forEach((name) -> draft.mark(BEFORE + name,
					now(action, each).has(name) ? "=" + Json.text(now(action, each).path(name)) : "-"));
		}
		if (action.kind() == KubeLabel.Kind.LABEL) {
			draft.warn("Services, budgets and controllers choose by labels: an object can leave one or join another.");
		}
		else {
			draft.warn("Controllers act on annotations; what they do then is not shown here.");
		}
		draft.undo((touched.size() == 1) ? "Set the values shown under 'now' again"
				: "None at one go: the objects can have different values now");
	}

	@Override
	public Optional<Action> undo(KubeLabel action, Plan plan) {
		if (action.resources().size() != 1) {
			return Optional.empty();
		}
		Map<String, String> set = new LinkedHashMap<>();
		List<String> remove = new ArrayList<>();
		plan.markers().forEach((marker, value) -> {
			if (marker.startsWith(BEFORE) && value.startsWith("=")) {
				set.put(marker.substring(BEFORE.length()), value.substring(1));
			}
			else if (marker.startsWith(BEFORE)) {
				remove.add(marker.substring(BEFORE.length()));
			}
		});
		try {
			return Optional.of(new KubeLabel(action.where(), action.kind(), action.resources(), set, remove, true));
		}
		catch (IllegalArgumentException notPlain) {
			return Optional.empty();
		}
	}

	@Override
	public void needs(KubeLabel action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
	}

}
