package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Goes back to the pod template of an earlier revision, and can come forward again. */
@Component
class RolloutUndoHandler extends PatchChange<RolloutUndo> {

	private static final String FROM = "revision before";

	private static final String TO = "revision to go to";

	/** A deployment's own; those of the revision do not replace them. */
	private static final Set<String> KEPT = Set.of("kubectl.kubernetes.io/last-applied-configuration",
			"deployment.kubernetes.io/revision", "deployment.kubernetes.io/revision-history",
			"deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas",
			"deprecated.deployment.rollback.to");

	RolloutUndoHandler(Clusters clusters, Clock clock) {
		super("kubernetes.rollout-undo", RolloutUndo.class, RolloutUndo::where, clusters, clock);
	}

	@Override
	List<Touched> touched(RolloutUndo action, Cluster cluster) {
		return Touched.all(cluster, action.where(), List.of(action.resource()), null, null);
	}

	@Override
	ApiCall patch(RolloutUndo action, Touched touched, Cluster cluster, Instant at) {
		if (touched.object().path("spec").path("paused").asBoolean(false)) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					touched.name() + " is paused and cannot be rolled back. Resume it first.");
		}
		Revisions.Revision to = revision(action, touched, cluster);
		return touched.type().plural().equals("deployments") ? replaced(touched, to)
				: ApiCall.patch(touched.path(), KubePatch.Kind.STRATEGIC, to.data().toString());
	}

	private static Revisions.Revision revision(RolloutUndo action, Touched touched, Cluster cluster) {
		Revisions revisions = Revisions.of(cluster, touched.type(), touched.object());
		Integer wanted = action.toRevision();
		Optional<Revisions.Revision> found = (wanted != null) ? revisions.find(wanted) : revisions.previous();
		return found
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					touched.name() + ((wanted != null) ? " keeps no revision " + wanted : " keeps no earlier revision")
							+ ". Kept are: "
							+ String.join(", ",
									revisions.all().stream().map((each) -> String.valueOf(each.number())).toList())
							+ "."));
	}

	private static ApiCall replaced(Touched touched, Revisions.Revision to) {
		ObjectNode annotations = Json.object();
		touched.object().path("metadata").path("annotations").properties().forEach((each) -> {
			if (KEPT.contains(each.getKey())) {
				annotations.set(each.getKey(), each.getValue());
			}
		});
		to.annotations().properties().forEach((each) -> {
			if (!KEPT.contains(each.getKey())) {
				annotations.set(each.getKey(), each.getValue());
			}
		});
		ArrayNode patch = Json.array();
		patch.addObject().put("op", "replace").put("path", "/spec/template").set("value", to.template());
		patch.addObject().put("op", "replace").put("path", "/metadata/annotations").set("value", annotations);
		return ApiCall.patch(touched.path(), KubePatch.Kind.JSON, patch.toString());
	}

	@Override
	boolean applied(RolloutUndo action, Touched each, Plan plan, Cluster cluster) {
		String wanted = plan.calls().isEmpty() ? "" : plan.markers().getOrDefault("template", "");
		return wanted.equals(images(each.template()));
	}

	/** Enough to tell the templates of two revisions apart once more. */
	private static String images(JsonNode template) {
		ObjectNode spec = Json.object();
		spec.set("containers", FieldsOf.containers(template));
		return io.watchfloor.kernel.CanonicalJson.fingerprint(Json.sorted(spec).toString());
	}

	@Override
	void note(RolloutUndo action, Draft draft, List<Touched> touched, Cluster cluster) {
		Touched each = touched.getFirst();
		Revisions revisions = Revisions.of(cluster, each.type(), each.object());
		Revisions.Revision to = revision(action, each, cluster);
		String from = revisions.latest().map((latest) -> String.valueOf(latest.number())).orElse("?");
		draft.mark(FROM, from).mark(TO, String.valueOf(to.number())).mark("template", images(to.template()));
		draft.change(new Plan.Change(each.name() + " revision", from,
				to.number() + " (" + RolloutHistoryHandler.images(to.template()) + ")"));
		draft.warn("Only the pod template goes back: no configuration, no secret, no number of replicas, and no"
				+ " migration of a database.");
		if (!to.cause().equals("<none>")) {
			draft.effect("Revision " + to.number() + " was: " + to.cause());
		}
		draft.undo("Roll forward to revision " + from);
	}

	@Override
	public Optional<Action> undo(RolloutUndo action, Plan plan) {
		String from = plan.markers().getOrDefault(FROM, "?");
		return from.matches("[0-9]{1,9}")
				? Optional.of(new RolloutUndo(action.where(), action.resource(), Integer.valueOf(from)))
				: Optional.empty();
	}

	@Override
	public void needs(RolloutUndo action, Needs needs) {
		needs.changes(action.where(), List.of(action.resource()), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
		Revisions.needs(action.where(), List.of(action.resource()), needs);
	}

}
