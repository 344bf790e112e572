package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Sets numbers of replicas and can set the earlier one again. */
@Component
class KubeScaleHandler extends KubeChange<KubeScale> {

	private static final String BEFORE = "replicas before ";

	KubeScaleHandler(Clusters clusters, Clock clock) {
		super("kubernetes.scale", KubeScale.class, KubeScale::where, clusters, clock);
	}

	@Override
	Draft draft(KubeScale action, Cluster cluster, Instant at) {
		Draft draft = new Draft();
		List<Touched> all = Touched.all(cluster, action.where(), action.resources(), action.selector(), null);
		for (Touched each : all) {
			long now = Json.number(1, each.object(), "spec", "replicas");
			draft.call(call(action, each, now, cluster))
				.change(new Plan.Change(each.name() + " replicas", String.valueOf(now),
						String.valueOf(action.replicas())))
				.mark(each.name(), each.mark())
				.mark(BEFORE + each.name(), String.valueOf(now));
			note(action, draft, each, now, cluster);
		}
		Set<String> before = before(draft.markers());
		draft.undo((before.size() == 1) ? "Scale back to " + before.iterator().next()
				: "None at one go: the workloads have different numbers now; scale each back to what stands under 'now'");
		return draft.done("as many pods as wanted are ready", Duration.ofSeconds(15), Draft.ROLL_OUT);
	}

	private static ApiCall call(KubeScale action, Touched each, long now, Cluster cluster) {
		String path = each.path() + "/scale";
		if (action.currentReplicas() == null) {
			return ApiCall.patch(path, KubePatch.Kind.MERGE, "{\"spec\":{\"replicas\":" + action.replicas() + "}}");
		}
		if (now != action.currentReplicas()) {
			throw new Problem(Problem.Category.STALE, each.name() + " has " + now + " replicas, not "
					+ action.currentReplicas() + " as the line expects. Look why.");
		}
		ObjectNode scale = Json.copy(cluster.api().get(path));
		scale.withObject("/spec").put("replicas", action.replicas());
		return ApiCall.json("PUT", path, scale.toString());
	}

	private static void note(KubeScale action, Draft draft, Touched each, long now, Cluster cluster) {
		long wanted = action.replicas();
		if (wanted == now) {
			draft.warn(each.name() + " has " + now + " replicas already; nothing would change.");
		}
		else if (wanted > now) {
			draft.effect(each.name() + " goes UP by " + (wanted - now)
					+ ": so many more connections to its databases, and room for them on the nodes");
		}
		else {
			draft.effect(each.name() + " goes DOWN by " + (now - wanted) + ": that many pods end");
		}
		if (wanted == 0 && now > 0) {
			draft.danger(each.name() + " stops altogether.");
		}
		else if (wanted < now) {
			draft.danger("This is fewer than run now (" + now + "); the runbook's number may be out of date.");
		}
		if (wanted < now) {
			WorkloadNotes.dataStore(draft, each);
		}
		WorkloadNotes.autoscalers(draft, each, wanted, cluster);
	}

	private static Set<String> before(java.util.Map<String, String> markers) {
		return markers.entrySet()
			.stream()
			.filter((marker) -> marker.getKey().startsWith(BEFORE))
			.map(java.util.Map.Entry::getValue)
			.collect(Collectors.toSet());
	}

	@Override
	Look look(KubeScale action, Plan plan, Cluster cluster) {
		return Look.all(Touched.all(cluster, action.where(), action.resources(), action.selector(), null)
			.stream()
			.map((each) -> look(action, each))
			.toList());
	}

	private static Look look(KubeScale action, Touched each) {
		long wanted = Json.number(1, each.object(), "spec", "replicas");
		if (wanted != action.replicas()) {
			return Look.missing(each.name() + " asks for " + wanted + " replicas");
		}
		if (each.type().rolls()) {
			return Look.rolling(RolloutState.of(each.type(), each.object()));
		}
		long ready = Json.number(0, each.object(), "status", "readyReplicas");
		String observed = each.name() + ": " + ready + " of " + wanted + " ready";
		return (ready == wanted) ? Look.done(observed)
				: new Look(true, io.watchfloor.action.Verification.State.NOT_YET, observed);
	}

	@Override
	public Optional<Action> undo(KubeScale action, Plan plan) {
		Set<String> before = before(plan.markers());
		return (before.size() != 1) ? Optional.empty() : Optional.of(new KubeScale(action.where(), action.resources(),
				action.selector(), action.all(), Integer.parseInt(before.iterator().next()), null));
	}

	@Override
	public void needs(KubeScale action, Needs needs) {
		needs.looks(action.where(), false, action.resources())
			.part(action.where(), action.resources(), "scale", "get", "patch", "update")
			.any(action.where(), "horizontalpodautoscalers", "list");
	}

}
