package io.watchfloor.action.aws.ecs;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.CallText;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Sets how many tasks a service keeps running.
 *
 * @param cluster its name or ARN
 * @param service its name or ARN
 * @param count from 0 to 5000
 * @param region where to; empty for the target's own
 */
public record EcsScale(String cluster, String service, int count, String region) implements Calling {

	public EcsScale {
		EcsService.demandName(cluster);
		EcsService.demandName(service);
		if (count < 0 || count > 5000) {
			throw new IllegalArgumentException("a service has from 0 to 5000 tasks, not " + count);
		}
	}

	Map<String, Object> parameters() {
		return Map.of("cluster", this.cluster, "service", this.service, "desiredCount", this.count);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Set " + this.service + " to " + this.count + ((this.count == 1) ? " task" : " tasks");
	}

	@Override
	public String commandLine() {
		return new CallText("ecs", "update-service").parameters(new java.util.TreeMap<>(parameters()))
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		Map<String, Object> service = Map.of("cluster", this.cluster, "service", this.service);
		return List.of(new AwsCall("ecs", "describe-services", service, this.region),
				new AwsCall("ecs", "update-service", service, this.region),
				new AwsCall("ecs", "describe-task-definition", Map.of(), this.region),
				new AwsCall("application-autoscaling", "describe-scalable-targets", Map.of(), this.region));
	}

}
