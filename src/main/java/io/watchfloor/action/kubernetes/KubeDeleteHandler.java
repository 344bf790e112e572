package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deletes objects one by one, each only as the one that the plan listed (by its uid).
 */
@Component
class KubeDeleteHandler extends KubeChange<KubeDelete> {

	private static final int MOST = 200;

	KubeDeleteHandler(Clusters clusters, Clock clock) {
		super("kubernetes.delete", KubeDelete.class, KubeDelete::where, clusters, clock);
	}

	@Override
	Draft draft(KubeDelete action, Cluster cluster, Instant at) {
		List<Touched> all = touched(action, cluster);
		if (all.size() > MOST) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					all.size() + " objects would be deleted, more than " + MOST + ". Choose fewer.");
		}
		Draft draft = new Draft();
		for (Touched each : all) {
			String uid = Json.text(each.object(), "metadata", "uid");
			draft.call(ApiCall.json("DELETE", each.path(), body(action, uid)))
				.mark(each.name(), uid)
				.change(new Plan.Change(each.name(), "there" + state(each), null))
				.sample(each.name());
			note(draft, each);
		}
		if (action.force()) {
			draft
				.danger("--force forgets the pods at once; on a node that does not answer they may go on running, and a"
						+ " stateful set may start a second one beside them.");
		}
		return draft.undo("None: what is deleted is gone; what belongs to a controller is made anew by it")
			.done("none of them is there any more", Duration.ZERO, Duration.ofMinutes(5));
	}

	private static String state(Touched each) {
		String phase = Json.text(each.object(), "status", "phase");
		return phase.isEmpty() ? "" : ", " + phase;
	}

	private static String body(KubeDelete action, String uid) {
		ObjectNode options = Json.object();
		if (action.force() || action.gracePeriod() != null) {
			options.put("gracePeriodSeconds", Objects.requireNonNullElse(action.gracePeriod(), 0));
		}
		options.putObject("preconditions").put("uid", uid);
		String cascade = Objects.requireNonNullElse(action.cascade(), "background");
		options.put("propagationPolicy", cascade.substring(0, 1).toUpperCase(Locale.ROOT) + cascade.substring(1));
		return options.toString();
	}

	private static List<Touched> touched(KubeDelete action, Cluster cluster) {
		if (!action.ignoreNotFound()) {
			return Touched.all(cluster, action.where(), action.resources(), action.selector(), action.fieldSelector());
		}
		List<Touched> all = new ArrayList<>();
		for (String resource : action.resources()) {
			try {
				all.addAll(Touched.all(cluster, action.where(), List.of(resource), action.selector(),
						action.fieldSelector()));
			}
			catch (Problem problem) {
				if (problem.category() != Problem.Category.NOT_FOUND) {
					throw problem;
				}
			}
		}
		return all;
	}

	private static void note(Draft draft, Touched each) {
		List<JsonNode> owners = Json.list(each.object().path("metadata").path("ownerReferences"));
		Optional<JsonNode> owner = owners.stream()
			.filter((reference) -> reference.path("controller").asBoolean(false))
			.findFirst();
		if (each.type().plural().equals("pods")) {
			draft.effect(
					owner
						.map((found) -> each.name() + " is made anew by " + Json.text(found, "kind") + " "
								+ Json.text(found, "name"))
						.orElse(each.name() + " is gone for good"));
			if (owner.isEmpty()) {
				draft.danger(each.name() + " belongs to no controller: nothing brings it back.");
			}
		}
		else {
			draft.danger(each.name() + " is gone for good" + (each.type().plural().equals("persistentvolumeclaims")
					? ", and with it its data where the volume is not kept." : "."));
		}
		if (!Json.list(each.object().path("metadata").path("finalizers")).isEmpty()) {
			draft.warn(each.name() + " has finalizers; it stays until they have done their work.");
		}
	}

	/** A namesake that was made anew since has another uid. */
	@Override
	Look look(KubeDelete action, Plan plan, Cluster cluster) {
		List<String> left = new ArrayList<>();
		for (Map.Entry<String, String> marker : plan.markers().entrySet()) {
			boolean same = cluster.api()
				.find(cluster.path(marker.getKey(), action.where()))
				.filter((object) -> Json.text(object, "metadata", "uid").equals(marker.getValue()))
				.isPresent();
			if (same) {
				left.add(marker.getKey());
			}
		}
		return left.isEmpty() ? Look.done("all " + plan.markers().size() + " are gone")
				: Look.missing(String.join(", ", left) + " still there");
	}

	@Override
	public void needs(KubeDelete action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "delete");
	}

}
