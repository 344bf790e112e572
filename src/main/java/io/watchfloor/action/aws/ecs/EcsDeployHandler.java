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

/**
 * Done when a deployment that was not there before is through with the revision that was
 * asked for; a service that went back to another one by itself has failed.
 */
@Component
class EcsDeployHandler extends SessionChange<EcsDeploy, AwsSession> {

	private static final String BEFORE = "task definition";

	private static final String WANTED = "wanted";

	private static final Duration STEADY = Duration.ofMinutes(1);

	private static final Duration WITHIN = Duration.ofMinutes(30);

	EcsDeployHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<EcsDeploy> type() {
		return new ActionType<>("aws.ecs-deploy", EcsDeploy.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(EcsDeploy action, AwsSession session, Instant at) {
		EcsService now = service(action, session);
		TaskDefinition running = TaskDefinition.of(now.taskDefinition(), action.region(), session);
		TaskDefinition wanted = action.taskDefinition().isEmpty() ? running
				: TaskDefinition.of(action.taskDefinition(), action.region(), session);
		boolean same = wanted.arn().equals(running.arn());
		PlanDraft draft = new PlanDraft().call(call(action, wanted.arn(), session))
			.change("revision", running.name(), wanted.name() + (same ? ", tasks anew" : ""))
			.mark(BEFORE, running.arn())
			.mark(WANTED, wanted.arn())
			.mark("deployment", now.deployment())
			.mark("desired", Integer.toString(now.desired()))
			.undo(same ? "Not needed: the same revision runs. While it rolls, the deployment can be stopped."
					: "Deploy " + running.name() + " again.")
			.doneWhen("a new deployment of " + wanted.name() + " is through and all tasks run", STEADY, WITHIN)
			.effect("Now " + now.words());
		running.differences(wanted).forEach((change) -> draft.change(change.property(), change.now(), change.after()));
		DeployNotes.add(action, now, wanted, draft);
		return draft.plan(at);
	}

	private static EcsService service(EcsDeploy action, AwsSession session) {
		return EcsService.of(action.cluster(), action.service(), action.region(), session);
	}

	private static String call(EcsDeploy action, String revision, AwsSession session) {
		return session.planned("ecs", "update-service", action.parameters(revision), action.region());
	}

	@Override
	protected Outcome execute(EcsDeploy action, Plan plan, AwsSession session, RunContext context) {
		String revision = Objects.requireNonNull(plan.markers().get(WANTED));
		context.making(new Plan.Call(call(action, revision, session)));
		try {
			session.call("ecs", "update-service", action.parameters(revision), action.region());
			return new Outcome.Succeeded("ECS took the deployment.",
					Map.of("before", plan.markers().getOrDefault(BEFORE, "")));
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(EcsDeploy action, Plan plan, AwsSession session) {
		EcsService now = service(action, session);
		if (!now.taskDefinition().equals(plan.markers().get(WANTED))) {
			return Verification.failed("it runs another revision than was deployed (rolled back?): " + now.words());
		}
		return begun(plan, now) ? now.steady() : Verification.notYet("no new deployment yet; " + now.words());
	}

	/** Whether a deployment is there that was not when the plan was made. */
	private static boolean begun(Plan plan, EcsService now) {
		return !now.deployment().equals(plan.markers().get("deployment"));
	}

	@Override
	protected Settlement probe(EcsDeploy action, Plan plan, AwsSession session) {
		EcsService now = service(action, session);
		boolean wanted = now.taskDefinition().equals(plan.markers().get(WANTED));
		boolean before = now.taskDefinition().equals(plan.markers().get(BEFORE));
		Settlement.Finding finding = (wanted && begun(plan, now)) ? Settlement.Finding.HAPPENED
				: (before && !begun(plan, now)) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, now.words());
	}

	@Override
	public Optional<Action> undo(EcsDeploy action, Plan plan) {
		String before = Objects.requireNonNull(plan.markers().get(BEFORE));
		return before.equals(plan.markers().get(WANTED)) ? Optional.empty()
				: Optional.of(new EcsDeploy(action.cluster(), action.service(), before, false, action.region()));
	}

}
