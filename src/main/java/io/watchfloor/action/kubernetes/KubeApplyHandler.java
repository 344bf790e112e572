package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the server merge manifests into its objects, after it has rehearsed each of them.
 */
@Component
class KubeApplyHandler extends KubeChange<KubeApply> {

	private static final Duration STEADY = Duration.ofSeconds(15);

	KubeApplyHandler(Clusters clusters, Clock clock) {
		super("kubernetes.apply", KubeApply.class, KubeApply::where, clusters, clock);
	}

	private static List<Described> described(KubeApply action, Cluster cluster) {
		String text = action.manifest().isBlank() ? cluster.manifests().text(action.files(), action.recursive())
				: action.manifest();
		try {
			return Manifests.of(text).stream().map((object) -> Described.of(object, action.where(), cluster)).toList();
		}
		catch (IllegalArgumentException unusable) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "It cannot be applied: " + unusable.getMessage() + ".",
					unusable);
		}
	}

	@Override
	Draft draft(KubeApply action, Cluster cluster, Instant at) {
		Draft draft = new Draft();
		boolean rolls = false;
		for (Described each : described(action, cluster)) {
			draft.call(each.call(action.takeOver())).mark(each.path(), each.mark());
			rolls |= rehearse(action, each, draft, cluster);
		}
		return draft.undo("None by itself: apply the manifests of before; what was there is shown under 'now'")
			.done(rolls ? "every object is as described, and every workload is rolled out"
					: "every object is as described", rolls ? STEADY : Duration.ZERO,
					rolls ? Draft.ROLL_OUT : Draft.AT_ONCE);
	}

	/** Returns whether pods will be made or replaced. */
	private static boolean rehearse(KubeApply action, Described each, Draft draft, Cluster cluster) {
		if (action.takeOver() && each.now().isPresent()) {
			conflicts(each, draft, cluster);
		}
		JsonNode after = cluster.api().dryRun(each.call(action.takeOver()));
		List<Plan.Change> changes = FieldChanges.between(each.name(), each.before(), shown(each, after));
		changes.forEach(draft::change);
		if (each.now().isEmpty()) {
			draft.effect(each.name() + " is made anew");
		}
		else if (changes.isEmpty()) {
			draft.warn(each.name() + " is already so; nothing would change.");
		}
		boolean rolls = each.type().rolls()
				&& !each.before().path("spec").path("template").equals(after.path("spec").path("template"));
		if (rolls && each.now().isPresent()) {
			WorkloadNotes.add(draft, new Touched(each.type(), each.name(), each.path(), each.before()), cluster);
		}
		if (each.now().isPresent()) {
			draft.warn("What an apply without --server-side set on " + each.name()
					+ " earlier, and the manifest names no more, stays as it is.");
		}
		return rolls;
	}

	/** Of what is made anew, without what the server adds by itself. */
	private static JsonNode shown(Described each, JsonNode after) {
		if (each.now().isPresent() || !(after instanceof ObjectNode made)) {
			return after;
		}
		ObjectNode copy = made.deepCopy();
		copy.set("metadata", each.wanted().path("metadata"));
		return copy;
	}

	private static void conflicts(Described each, Draft draft, Cluster cluster) {
		try {
			cluster.api().dryRun(each.call(false));
		}
		catch (Problem problem) {
			if (problem.category() != Problem.Category.STALE) {
				throw problem;
			}
			draft.danger("Fields that others set are overwritten: " + problem.getMessage());
		}
	}

	@Override
	Look look(KubeApply action, Plan plan, Cluster cluster) {
		return Look.all(described(action, cluster).stream().map((each) -> look(action, each, cluster)).toList());
	}

	private static Look look(KubeApply action, Described each, Cluster cluster) {
		if (each.now().isEmpty()) {
			return Look.missing(each.name() + " is not there");
		}
		JsonNode after = cluster.api().dryRun(each.call(action.takeOver()));
		if (!FieldChanges.between(each.name(), each.before(), after).isEmpty()) {
			return Look.missing(each.name() + " is not as described");
		}
		return each.type().rolls() ? Look.rolling(RolloutState.of(each.type(), each.before()))
				: Look.done(each.name() + " is as described");
	}

	@Override
	public void needs(KubeApply action, Needs needs) {
		Described.needs(action, needs);
	}

}
