package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A change that patches objects. The server rehearses each patch (a dry run keeps
 * nothing), so that the plan shows what it really makes of it; a patch that would change
 * nothing any more has been made.
 */
abstract class PatchChange<A extends Action> extends KubeChange<A> {

	private static final Duration STEADY = Duration.ofSeconds(15);

	PatchChange(String id, Class<A> type, Function<A, Where> where, Clusters clusters, Clock clock) {
		super(id, type, where, clusters, clock);
	}

	/** The objects, read now. */
	abstract List<Touched> touched(A action, Cluster cluster);

	/** The patch of one of them. */
	abstract ApiCall patch(A action, Touched touched, Cluster cluster, Instant at);

	/** What else the plan should say, how it is undone included. */
	abstract void note(A action, Draft draft, List<Touched> touched, Cluster cluster);

	@Override
	final Draft draft(A action, Cluster cluster, Instant at) {
		Draft draft = new Draft();
		List<Touched> touched = touched(action, cluster);
		boolean rolls = false;
		for (Touched each : touched) {
			ApiCall call = patch(action, each, cluster, at);
			draft.call(call).mark(each.name(), each.mark());
			rolls |= rehearse(draft, each, call, cluster);
		}
		draft.done(
				rolls ? "every workload is rolled out: updated, available, old pods gone"
						: "the fields have the new values",
				rolls ? STEADY : Duration.ZERO, rolls ? Draft.ROLL_OUT : Draft.AT_ONCE);
		note(action, draft, touched, cluster);
		return draft;
	}

	/** Returns whether pods will be replaced. */
	private static boolean rehearse(Draft draft, Touched each, ApiCall call, Cluster cluster) {
		try {
			JsonNode after = cluster.api().dryRun(call);
			if (call.path().endsWith("/scale")) {
				return true;
			}
			List<Plan.Change> changes = FieldChanges.between(each.name(), each.object(), after);
			changes.forEach(draft::change);
			if (changes.isEmpty()) {
				draft.warn(each.name() + " is already so; nothing would change.");
			}
			boolean rolls = each.type().rolls() && !each.template().equals(after.path("spec").path("template"));
			if (rolls) {
				WorkloadNotes.add(draft, each, cluster);
			}
			return rolls;
		}
		catch (Problem problem) {
			if (problem.category() == Problem.Category.TARGET_SAID_NO
					&& String.valueOf(problem.getMessage()).contains("dry run")) {
				draft.warn("The cluster could not rehearse it: " + problem.getMessage());
				return each.type().rolls();
			}
			throw problem;
		}
	}

	@Override
	Look look(A action, Plan plan, Cluster cluster) {
		List<Look> looks = new ArrayList<>();
		for (Touched each : touched(action, cluster)) {
			looks.add(applied(action, each, plan, cluster) ? settled(each)
					: Look.missing(each.name() + " is not changed so"));
		}
		return Look.all(looks);
	}

	/** Whether the patch would change nothing any more. */
	boolean applied(A action, Touched each, Plan plan, Cluster cluster) {
		JsonNode after = cluster.api().dryRun(patch(action, each, cluster, plan.readAt()));
		return FieldChanges.between(each.name(), each.object(), after).isEmpty();
	}

	private static Look settled(Touched each) {
		return each.type().rolls() ? Look.rolling(RolloutState.of(each.type(), each.object()))
				: Look.done(each.name() + " is changed");
	}

}
