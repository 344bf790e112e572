package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

@Component
class RolloutPauseHandler extends PatchChange<RolloutPause> {

	RolloutPauseHandler(Clusters clusters, Clock clock) {
		super("kubernetes.rollout-pause", RolloutPause.class, RolloutPause::where, clusters, clock);
	}

	@Override
	List<Touched> touched(RolloutPause action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.resources(), null, null);
	}

	@Override
	ApiCall patch(RolloutPause action, Touched touched, Cluster cluster, Instant at) {
		if (applied(action, touched)) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, touched.name()
					+ (action.paused() ? " is paused already." : " is not paused.") + " Nothing is to be done.");
		}
		return ApiCall.patch(touched.path(), KubePatch.Kind.STRATEGIC,
				action.paused() ? "{\"spec\":{\"paused\":true}}" : "{\"spec\":{\"paused\":null}}");
	}

	@Override
	boolean applied(RolloutPause action, Touched each, Plan plan, Cluster cluster) {
		return applied(action, each);
	}

	private static boolean applied(RolloutPause action, Touched each) {
		return each.object().path("spec").path("paused").asBoolean(false) == action.paused();
	}

	@Override
	Look look(RolloutPause action, Plan plan, Cluster cluster) {
		return Look.all(touched(action, cluster).stream()
			.map((each) -> applied(action, each, plan, cluster)
					? Look.done(each.name() + (action.paused() ? " is paused" : " goes on"))
					: Look.missing(each.name() + (action.paused() ? " is not paused" : " is still paused")))
			.toList());
	}

	@Override
	void note(RolloutPause action, Draft draft, List<Touched> touched, Cluster cluster) {
		draft.warn(action.paused() ? "While it is paused, no change of its pods rolls out, and nobody is told."
				: "Whatever was changed while it was paused rolls out now.");
		draft.undo(action.paused() ? "Resume" : "Pause again; what has rolled out stays");
	}

	@Override
	public Optional<Action> undo(RolloutPause action, Plan plan) {
		return Optional.of(new RolloutPause(action.where(), action.resources(), !action.paused()));
	}

	@Override
	public void needs(RolloutPause action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
	}

}
