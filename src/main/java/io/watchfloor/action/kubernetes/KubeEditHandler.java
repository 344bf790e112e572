package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Sends what differs between an object and its edited text. */
@Component
class KubeEditHandler extends PatchChange<KubeEdit> {

	KubeEditHandler(Clusters clusters, Clock clock) {
		super("kubernetes.edit", KubeEdit.class, KubeEdit::where, clusters, clock);
	}

	@Override
	List<Touched> touched(KubeEdit action, Cluster cluster) {
		if (action.edited().isBlank()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "What " + action.resource()
					+ " shall be is missing. Fill in its text in the step; it starts with the object as it is.");
		}
		return Touched.all(cluster, action.where(), List.of(action.resource()), null, null);
	}

	@Override
	ApiCall patch(KubeEdit action, Touched touched, Cluster cluster, Instant at) {
		try {
			ObjectNode patch = EditedObject.patch(touched.object(),
					EditedObject.of(action.resource(), action.edited()));
			return ApiCall.patch(touched.path(), KubePatch.Kind.MERGE, patch.toString());
		}
		catch (IllegalArgumentException unusable) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "It cannot be taken: " + unusable.getMessage() + ".",
					unusable);
		}
	}

	/** The text was taken before the change, and says so. */
	@Override
	boolean applied(KubeEdit action, Touched each, Plan plan, Cluster cluster) {
		return EditedObject.applied(each.object(), EditedObject.of(action.resource(), action.edited()));
	}

	@Override
	void note(KubeEdit action, Draft draft, List<Touched> touched, Cluster cluster) {
		draft.undo("None by itself: set the values shown under 'now' again");
		draft.warn("Lists are replaced as a whole, as the text has them.");
	}

	@Override
	public void needs(KubeEdit action, Needs needs) {
		needs.changes(action.where(), List.of(action.resource()), "get", "patch")
			.any(action.where(), "poddisruptionbudgets", "list");
	}

}
