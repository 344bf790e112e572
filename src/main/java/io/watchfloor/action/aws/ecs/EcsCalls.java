package io.watchfloor.action.aws.ecs;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.TypedCall;
import org.springframework.stereotype.Component;

/** The calls of ECS that have a type of their own. */
@Component
class EcsCalls implements TypedCall {

	@Override
	public Optional<Action> of(AwsChange call) {
		Map<String, Object> given = call.parameters();
		boolean scales = call.service().equals("ecs") && call.operation().equals("update-service")
				&& Set.of("cluster", "service", "desiredCount").containsAll(given.keySet());
		return (scales && given.get("desiredCount") instanceof Integer count)
				? Optional.of(new EcsScale(Objects.toString(given.get("cluster"), "default"),
						Objects.toString(given.get("service"), ""), count, call.region()))
				: Optional.empty();
	}

}
