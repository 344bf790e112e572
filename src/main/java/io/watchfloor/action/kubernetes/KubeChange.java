package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;

/**
 * The frame of a change of a cluster: the calls are worked out from live state, worked
 * out again before they go out, and only sent when they are still the same (law 2).
 */
abstract class KubeChange<A extends Action> extends SessionChange<A, Cluster> implements Granting<A> {

	private final ActionType<A> type;

	private final Function<A, Where> where;

	KubeChange(String id, Class<A> type, Function<A, Where> where, Clusters clusters, Clock clock) {
		super(clusters, clock);
		this.type = new ActionType<>(id, type, "kubernetes");
		this.where = where;
	}

	@Override
	public final ActionType<A> type() {
		return this.type;
	}

	/**
	 * Works out what will be sent.
	 * @param at when the plan was made; what carries a time carries this one
	 */
	abstract Draft draft(A action, Cluster cluster, Instant at);

	/** Looks at what the plan is about. */
	abstract Look look(A action, Plan plan, Cluster cluster);

	@Override
	protected final Plan plan(A action, Cluster cluster, Instant at) {
		Where asked = this.where.apply(action);
		Draft draft = draft(action, cluster.demand(asked), at);
		if (asked.namespace() == null) {
			draft
				.warn("The line names no namespace; it goes to '" + cluster.home() + "' of " + cluster.context() + ".");
		}
		return draft.plan(at);
	}

	@Override
	protected final Outcome execute(A action, Plan plan, Cluster cluster, RunContext context) {
		Draft draft = draft(action, cluster.demand(this.where.apply(action)), plan.readAt());
		List<Plan.Call> now = draft.calls().stream().map(ApiCall::planned).toList();
		if (!now.equals(plan.calls())) {
			return new Outcome.Refused("The cluster changed since the plan: what would be sent now is not what was"
					+ " previewed. Plan again.");
		}
		int made = 0;
		for (ApiCall call : draft.calls()) {
			if (context.cancelled()) {
				return new Outcome.Failed("Stopped on request after " + made + " of " + now.size() + " calls.");
			}
			context.making(call.planned());
			try {
				send(call, cluster, context);
			}
			catch (Problem problem) {
				return after(problem, made, now.size());
			}
			made++;
			context.progress(made, now.size(), "calls");
		}
		return new Outcome.Succeeded("The cluster took " + made + ((made == 1) ? " call." : " calls."), Map.of());
	}

	/** Sends one call; what has to be tried again overrides it. */
	void send(ApiCall call, Cluster cluster, RunContext context) {
		cluster.api().send(call);
	}

	/** Every answer but silence is a refusal: the call changed nothing. */
	private static Outcome after(Problem problem, int made, int all) {
		String before = (made == 0) ? "" : made + " of " + all + " calls were made before.";
		boolean silence = problem.category() == Problem.Category.UNREACHABLE;
		return afterSending(
				silence ? problem
						: new Problem(Problem.Category.TARGET_SAID_NO, String.valueOf(problem.getMessage()), problem),
				before);
	}

	@Override
	protected final Verification verify(A action, Plan plan, Cluster cluster) {
		Look look = look(action, plan, cluster);
		return new Verification(look.state(), look.observed());
	}

	@Override
	protected final Settlement probe(A action, Plan plan, Cluster cluster) {
		Look look = look(action, plan, cluster);
		if (look.applied()) {
			return new Settlement(Settlement.Finding.HAPPENED, look.observed());
		}
		boolean same = draft(action, cluster, plan.readAt()).markers().equals(plan.markers());
		return new Settlement(same ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL,
				look.observed());
	}

}
