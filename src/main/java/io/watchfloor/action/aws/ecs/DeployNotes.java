package io.watchfloor.action.aws.ecs;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;

/** How a service rolls, and what a deployment meets there. */
final class DeployNotes {

	private DeployNotes() {
	}

	static void add(EcsDeploy action, EcsService now, TaskDefinition wanted, PlanDraft draft) {
		if (!wanted.active()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					wanted.name() + " is deregistered (INACTIVE). Deploy a revision that is active.");
		}
		manner(now, draft);
		if (now.deployments().size() > 1) {
			draft.danger("A deployment is under way already; this one replaces it.");
		}
		if (now.running() < now.desired()) {
			draft.danger("Only " + now.running() + " of " + now.desired() + " tasks run already now.");
		}
		wanted.images()
			.stream()
			.filter((image) -> !image.contains("@sha256:"))
			.forEach((image) -> draft
				.warn(image + " is a tag: tasks that start later may get another image than the first."));
		if (!action.taskDefinition().isEmpty() && !action.taskDefinition().matches(".*:[0-9]+")) {
			draft.warn("The line names no revision; " + wanted.name() + " is the newest now.");
		}
		if (!wanted.arn().equals(now.taskDefinition())) {
			draft.warn("What a revision did to the database (migrations) is neither done nor undone by another one.");
		}
	}

	private static void manner(EcsService now, PlanDraft draft) {
		Told deployment = now.told().at("deploymentConfiguration");
		long least = deployment.at("minimumHealthyPercent").there() ? deployment.number("minimumHealthyPercent") : 100;
		long most = deployment.at("maximumPercent").there() ? deployment.number("maximumPercent") : 200;
		long floor = (now.desired() * least + 99) / 100;
		long ceiling = now.desired() * most / 100;
		draft.effect("While it rolls, from " + floor + " to " + ceiling + " tasks run, each with its own connections");
		if (floor == 0 && now.desired() > 0) {
			draft.danger("All tasks may stop before new ones run (minimum healthy " + least + " %).");
		}
		Told breaker = deployment.at("deploymentCircuitBreaker");
		draft.effect(breaker.on("enable")
				? "The circuit breaker is on" + (breaker.on("rollback") ? " and rolls back by itself" : "")
				: "The circuit breaker is off: a revision that does not start is tried for ever");
	}

}
