package io.watchfloor.action.aws.ecs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.AwsSessions;
import io.watchfloor.action.aws.AwsTargets;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Says the direction in words, and what will work against it or suffer from it. */
@Component
class EcsScaleHandler extends SessionChange<EcsScale, AwsSession> {

	private static final String BEFORE = "desired";

	private static final Duration STEADY = Duration.ofMinutes(1);

	private static final Duration WITHIN = Duration.ofMinutes(15);

	EcsScaleHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<EcsScale> type() {
		return new ActionType<>("aws.ecs-scale", EcsScale.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(EcsScale action, AwsSession session, Instant at) {
		EcsService now = service(action, session);
		if (now.told().text("schedulingStrategy").equals("DAEMON")) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					action.service() + " runs one task on every instance (DAEMON); its number is not set.");
		}
		PlanDraft draft = new PlanDraft().call(call(action, session))
			.change("desired tasks", Integer.toString(now.desired()), Integer.toString(action.count()))
			.mark(BEFORE, Integer.toString(now.desired()))
			.mark("task definition", now.taskDefinition())
			.undo("Set it back to " + now.desired() + ".")
			.doneWhen(action.count() + " tasks run by one deployment that is through", STEADY, WITHIN)
			.effect("Now " + now.words());
		direction(action, now, draft);
		draft.aside("auto-scaling", (plan) -> AutoScaling.note(action, session, plan));
		draft.aside("the task definition", (plan) -> TaskSize.note(action, now, session, plan));
		return draft.plan(at);
	}

	private static EcsService service(EcsScale action, AwsSession session) {
		return EcsService.of(action.cluster(), action.service(), action.region(), session);
	}

	private static String call(EcsScale action, AwsSession session) {
		return session.planned("ecs", "update-service", action.parameters(), action.region());
	}

	private static void direction(EcsScale action, EcsService now, PlanDraft draft) {
		String step = "from " + now.desired() + " to " + action.count() + " tasks.";
		if (action.count() == 0 && now.desired() > 0) {
			draft.danger("This stops the service: " + step);
		}
		else if (action.count() < now.desired()) {
			draft.danger("This scales DOWN, " + step);
		}
		else if (action.count() == now.desired()) {
			draft.warn("It has " + action.count() + " already; nothing will change.");
		}
		else {
			draft.effect("This scales up, " + step);
		}
		if (now.deployments().size() > 1) {
			draft.danger("A deployment is under way; tasks of both revisions are started and stopped.");
		}
	}

	@Override
	protected Outcome execute(EcsScale action, Plan plan, AwsSession session, RunContext context) {
		context.making(new Plan.Call(call(action, session)));
		try {
			session.call("ecs", "update-service", action.parameters(), action.region());
			return new Outcome.Succeeded("ECS took the new number.",
					Map.of("before", plan.markers().getOrDefault(BEFORE, "")));
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(EcsScale action, Plan plan, AwsSession session) {
		EcsService now = service(action, session);
		return (now.desired() == action.count()) ? now.steady()
				: Verification.failed("somebody, or auto-scaling, set another number: " + now.words());
	}

	@Override
	protected Settlement probe(EcsScale action, Plan plan, AwsSession session) {
		EcsService now = service(action, session);
		String desired = Integer.toString(now.desired());
		boolean same = Integer.toString(action.count()).equals(plan.markers().get(BEFORE));
		Settlement.Finding finding = same ? Settlement.Finding.CANNOT_TELL
				: (now.desired() == action.count()) ? Settlement.Finding.HAPPENED
						: desired.equals(plan.markers().get(BEFORE)) ? Settlement.Finding.DID_NOT_HAPPEN
								: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, now.words());
	}

	@Override
	public Optional<Action> undo(EcsScale action, Plan plan) {
		int before = Integer.parseInt(Objects.requireNonNull(plan.markers().get(BEFORE)));
		return (before == action.count()) ? Optional.empty()
				: Optional.of(new EcsScale(action.cluster(), action.service(), before, action.region()));
	}

}
