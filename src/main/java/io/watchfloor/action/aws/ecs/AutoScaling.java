package io.watchfloor.action.aws.ecs;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;

/** Whether Application Auto Scaling keeps the number of tasks too. */
final class AutoScaling {

	private AutoScaling() {
	}

	static void note(EcsScale action, AwsSession session, PlanDraft draft) {
		String resource = "service/" + name(action.cluster()) + "/" + name(action.service());
		Told target = session
			.ask("application-autoscaling", "describe-scalable-targets",
					Map.of("ServiceNamespace", "ecs", "ResourceIds", List.of(resource)), action.region())
			.first("ScalableTargets");
		if (!target.there()) {
			draft.effect("No auto-scaling is set for it.");
			return;
		}
		Told suspended = target.at("SuspendedState");
		long least = target.number("MinCapacity");
		long most = target.number("MaxCapacity");
		String range = "Auto-scaling keeps it between " + least + " and " + most;
		boolean outside = action.count() < least || action.count() > most;
		if (suspended.on("DynamicScalingInSuspended") && suspended.on("DynamicScalingOutSuspended")) {
			draft.effect(range + ", but is suspended; resume it afterwards.");
		}
		else if (outside) {
			draft.danger(range + " and will set " + action.count() + " back. Change its range, or suspend it first.");
		}
		else {
			draft.warn(range + " and may change the number again.");
		}
	}

	/** The last part of an ARN, or the name as it is. */
	private static String name(String written) {
		return written.replaceFirst(".*/", "");
	}

}
