package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.watchfloor.action.Plan;
import org.springframework.stereotype.Component;

/** Marks pod templates with the time of the plan, so that their pods are replaced. */
@Component
class RolloutRestartHandler extends PatchChange<RolloutRestart> {

	private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

	RolloutRestartHandler(Clusters clusters, Clock clock) {
		super("kubernetes.rollout-restart", RolloutRestart.class, RolloutRestart::where, clusters, clock);
	}

	@Override
	List<Touched> touched(RolloutRestart action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.resources(), action.selector(), null);
	}

	@Override
	ApiCall patch(RolloutRestart action, Touched touched, Cluster cluster, Instant at) {
		var patch = Json.object();
		patch.withObject("/spec/template/metadata/annotations").put(RESTARTED, time(at));
		return ApiCall.patch(touched.path(), KubePatch.Kind.STRATEGIC, patch.toString());
	}

	private static String time(Instant at) {
		return at.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	@Override
	boolean applied(RolloutRestart action, Touched each, Plan plan, Cluster cluster) {
		return Json.text(each.template().path("metadata").path("annotations").path(RESTARTED))
			.equals(time(plan.readAt()));
	}

	@Override
	void note(RolloutRestart action, Draft draft, List<Touched> touched, Cluster cluster) {
		if (touched.size() > 1) {
			draft.danger(touched.size() + " workloads restart at the same time.");
		}
		draft.undo("None is needed: the pods run what they ran before");
	}

	@Override
	public void needs(RolloutRestart action, Needs needs) {
		needs.changes(action.where(), action.resources(), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
	}

}
