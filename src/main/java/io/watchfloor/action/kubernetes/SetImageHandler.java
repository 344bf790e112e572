package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sets images and can set the earlier ones again. */
@Component
class SetImageHandler extends PatchChange<SetImage> {

	private static final String BEFORE = "image before ";

	SetImageHandler(Clusters clusters, Clock clock) {
		super("kubernetes.set-image", SetImage.class, SetImage::where, clusters, clock);
	}

	@Override
	List<Touched> touched(SetImage action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.resources(), null, null);
	}

	@Override
	ApiCall patch(SetImage action, Touched touched, Cluster cluster, Instant at) {
		demandContainers(action, touched);
		return TemplatePatch.of(touched, List.of("initContainers", "containers"), (container) -> {
			String image = wanted(action, container);
			return (image == null) ? Json.object() : Json.object().put("image", image);
		});
	}

	/** A misspelt container would otherwise pass unnoticed. */
	private static void demandContainers(SetImage action, Touched touched) {
		List<String> there = Pods.containers(touched.template(), true);
		action.images().keySet().forEach((name) -> {
			if (!name.equals("*") && !there.contains(name)) {
				throw new io.watchfloor.kernel.Problem(io.watchfloor.kernel.Problem.Category.NOT_FOUND,
						touched.name() + " has no container '" + name + "', only " + String.join(", ", there) + ".");
			}
		});
	}

	private static @org.jspecify.annotations.Nullable String wanted(SetImage action, JsonNode container) {
		String named = action.images().get(Pods.container(container));
		return (named != null) ? named : action.images().get("*");
	}

	@Override
	boolean applied(SetImage action, Touched each, Plan plan, Cluster cluster) {
		return Json.list(each.template().path("spec").path("containers")).stream().allMatch((container) -> {
			String wanted = wanted(action, container);
			return wanted == null || wanted.equals(Json.text(container, "image"));
		});
	}

	@Override
	void note(SetImage action, Draft draft, List<Touched> touched, Cluster cluster) {
		touched.forEach((each) -> List.of("initContainers", "containers")
			.forEach((kind) -> Json.list(each.template().path("spec").path(kind))
				.stream()
				.filter((container) -> wanted(action, container) != null)
				.forEach((container) -> draft.mark(BEFORE + each.name() + " " + Pods.container(container),
						Json.text(container, "image")))));
		action.images()
			.values()
			.stream()
			.filter(SetImageHandler::floating)
			.forEach((image) -> draft
				.warn("The image " + image + " can mean another tomorrow; a digest or a version cannot."));
		draft.undo((touched.size() == 1) ? "Set the images that run now again"
				: "None at one go: set the images shown under 'now' again, workload by workload");
	}

	static boolean floating(String image) {
		String last = image.substring(image.lastIndexOf('/') + 1);
		return !image.contains("@sha256:") && (!last.contains(":") || last.endsWith(":latest"));
	}

	@Override
	public Optional<Action> undo(SetImage action, Plan plan) {
		if (action.resources().size() != 1) {
			return Optional.empty();
		}
		Map<String, String> before = new LinkedHashMap<>();
		plan.markers().forEach((name, value) -> {
			if (name.startsWith(BEFORE)) {
				before.put(name.substring(name.lastIndexOf(' ') + 1), value);
			}
		});
		return before.isEmpty() ? Optional.empty()
				: Optional.of(new SetImage(action.where(), action.resources(), before));
	}

	@Override
	public void needs(SetImage action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
	}

}
