package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.function.Function;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;

/** A change that makes one object. */
abstract class CreateChange<A extends Action> extends KubeChange<A> {

	CreateChange(String id, Class<A> type, Function<A, Where> where, Clusters clusters, Clock clock) {
		super(id, type, where, clusters, clock);
	}

	/** The address that it will have. */
	abstract String path(A action, Cluster cluster);

	/** The plan for something that must not be there yet. */
	Draft create(String path, String collection, String body, Cluster cluster) {
		if (cluster.api().find(path).isPresent()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, path + " is there already. Choose another name.");
		}
		ApiCall call = ApiCall.json("POST", collection, body);
		cluster.api().dryRun(call);
		return new Draft().call(call)
			.mark(path, "absent")
			.change(new Plan.Change(path, null, "there"))
			.done("it is there", java.time.Duration.ZERO, Draft.AT_ONCE);
	}

	@Override
	Look look(A action, Plan plan, Cluster cluster) {
		String path = path(action, cluster);
		return cluster.api().find(path).isPresent() ? Look.done(path + " is there")
				: Look.missing(path + " is not there");
	}

}
