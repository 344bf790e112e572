package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import org.springframework.stereotype.Component;

@Component
class CordonHandler extends PatchChange<Cordon> {

	CordonHandler(Clusters clusters, Clock clock) {
		super("kubernetes.cordon", Cordon.class, Cordon::where, clusters, clock);
	}

	@Override
	List<Touched> touched(Cordon action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.nodes().stream().map((node) -> "nodes/" + node).toList(),
				null, null);
	}

	@Override
	ApiCall patch(Cordon action, Touched touched, Cluster cluster, Instant at) {
		return patch(touched.path(), action.cordoned());
	}

	static ApiCall patch(String path, boolean cordoned) {
		return ApiCall.patch(path, KubePatch.Kind.STRATEGIC,
				cordoned ? "{\"spec\":{\"unschedulable\":true}}" : "{\"spec\":{\"unschedulable\":null}}");
	}

	@Override
	boolean applied(Cordon action, Touched each, Plan plan, Cluster cluster) {
		return each.object().path("spec").path("unschedulable").asBoolean(false) == action.cordoned();
	}

	@Override
	void note(Cordon action, Draft draft, List<Touched> touched, Cluster cluster) {
		draft.effect(action.cordoned() ? "Pods that run there go on; new ones go elsewhere, if there is room"
				: "New pods may start there again");
		draft.undo(action.cordoned() ? "Uncordon" : "Cordon");
	}

	@Override
	public Optional<Action> undo(Cordon action, Plan plan) {
		return Optional.of(new Cordon(action.where(), action.nodes(), !action.cordoned()));
	}

	@Override
	public void needs(Cordon action, Needs needs) {
		needs.changes(action.where(), action.nodes().stream().map((node) -> "nodes/" + node).toList(), "patch");
	}

}
