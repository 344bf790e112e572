package io.watchfloor.action.aws.ecs;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.action.Action;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.TypedCall;
import org.springframework.stereotype.Component;

/** The calls of ECS that have a type of their own. */
@Component
class EcsCalls implements TypedCall {

	private static final Set<String> WHERE = Set.of("cluster", "service");

	@Override
	public Optional<Action> of(AwsChange call) {
		if (!call.service().equals("ecs") || !call.operation().equals("update-service")) {
			return Optional.empty();
		}
		Set<String> set = new TreeSet<>(call.parameters().keySet());
		set.removeAll(WHERE);
		if (set.equals(Set.of("desiredCount")) && call.parameters().get("desiredCount") instanceof Integer count) {
			return Optional.of(new EcsScale(cluster(call), text(call, "service"), count, call.region()));
		}
		boolean force = Boolean.TRUE.equals(call.parameters().get("forceNewDeployment"));
		boolean deploys = Set.of("taskDefinition", "forceNewDeployment").containsAll(set)
				&& (force || set.contains("taskDefinition"));
		return deploys ? Optional
			.of(new EcsDeploy(cluster(call), text(call, "service"), text(call, "taskDefinition"), force, call.region()))
				: Optional.empty();
	}

	private static String cluster(AwsChange call) {
		return Objects.toString(call.parameters().get("cluster"), "default");
	}

	private static String text(AwsChange call, String name) {
		return Objects.toString(call.parameters().get(name), "");
	}

}
