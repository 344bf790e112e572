package io.watchfloor.action.aws.ecs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.CallText;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Starts a service's tasks anew: of another revision of its task definition, or of the
 * one it has.
 *
 * @param cluster its name or ARN
 * @param service its name or ARN
 * @param taskDefinition {@code family:revision} or ARN; {@code family} for its newest;
 * empty for the revision that runs
 * @param force whether tasks are replaced although nothing differs
 * @param region where to; empty for the target's own
 */
public record EcsDeploy(String cluster, String service, String taskDefinition, boolean force,
		String region) implements Calling {

	public EcsDeploy {
		EcsService.demandName(cluster);
		EcsService.demandName(service);
		if (!taskDefinition.isEmpty()) {
			EcsService.demandName(taskDefinition);
		}
		if (taskDefinition.isEmpty() && !force) {
			throw new IllegalArgumentException("neither another revision nor a new deployment is asked for");
		}
	}

	/**
	 * What is sent: the revision that the plan found, whatever a name means by then.
	 * @param revision its ARN
	 */
	Map<String, Object> parameters(String revision) {
		Map<String, Object> parameters = parameters();
		if (!this.taskDefinition.isEmpty()) {
			parameters.put("taskDefinition", revision);
		}
		return parameters;
	}

	private Map<String, Object> parameters() {
		Map<String, Object> parameters = new TreeMap<>(Map.of("cluster", this.cluster, "service", this.service));
		if (!this.taskDefinition.isEmpty()) {
			parameters.put("taskDefinition", this.taskDefinition);
		}
		if (this.force) {
			parameters.put("forceNewDeployment", true);
		}
		return parameters;
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return this.taskDefinition.isEmpty() ? "Start the tasks of " + this.service + " anew"
				: "Deploy " + this.taskDefinition + " to " + this.service;
	}

	@Override
	public String commandLine() {
		return new CallText("ecs", "update-service").parameters(parameters()).option("region", this.region).toString();
	}

	@Override
	public List<AwsCall> calls() {
		Map<String, Object> where = Map.of("cluster", this.cluster, "service", this.service);
		return List.of(new AwsCall("ecs", "describe-services", where, this.region),
				new AwsCall("ecs", "update-service", where, this.region),
				new AwsCall("ecs", "describe-task-definition", Map.of(), this.region));
	}

}
