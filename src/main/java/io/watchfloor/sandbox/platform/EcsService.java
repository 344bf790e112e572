package io.watchfloor.sandbox.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.sandbox.platform.LocalServer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service of ECS whose tasks are the application. */
final class EcsService {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String CLUSTER = "cs-mcp-prod";

	private static final String NAME = "cs-mcp";

	private static final String ARN = "arn:aws:ecs:us-east-1:000000000000:";

	private static final int NEWEST = 41;

	private final Supervisor supervisor;

	private int desired = 2;

	private int deployment = 1;

	private String taskDefinition = revision(NEWEST);

	EcsService(Supervisor supervisor) {
		this.supervisor = supervisor;
	}

	synchronized Answer answer(String operation, String body) {
		JsonNode request = MAPPER.readTree(body.isBlank() ? "{}" : body);
		if (operation.equals("DescribeTaskDefinition")) {
			return definition(last(request.path("taskDefinition").asString("")));
		}
		boolean describe = operation.equals("DescribeServices");
		if (!describe && !operation.equals("UpdateService")) {
			return AwsStandIn.refused("InvalidParameterException",
					"the sandbox's stand-in for AWS does not know " + operation);
		}
		if (!last(request.path("cluster").asString("default")).equals(CLUSTER)) {
			return AwsStandIn.refused("ClusterNotFoundException", "Cluster not found.");
		}
		JsonNode named = describe ? request.path("services").path(0) : request.path("service");
		if (!last(named.asString("")).equals(NAME)) {
			return describe ? json(Map.of("services", List.of(), "failures", List.of(Map.of("reason", "MISSING"))))
					: AwsStandIn.refused("ServiceNotFoundException", "Service not found.");
		}
		if (describe) {
			return json(Map.of("services", List.of(described()), "failures", List.of()));
		}
		update(request);
		return json(Map.of("service", described()));
	}

	/** A revision, or the newest where only the family is named. */
	private static Answer definition(String name) {
		int revision = name.equals(NAME) ? NEWEST
				: name.matches(NAME + ":\\d{1,4}") ? Integer.parseInt(name.substring(NAME.length() + 1)) : 0;
		if (revision < 1 || revision > NEWEST) {
			return AwsStandIn.refused("ClientException", "Unable to describe task definition.");
		}
		Map<String, Object> container = Map.of("name", NAME, "image", NAME + ":1." + revision, "environment",
				List.of(Map.of("name", "DB_POOL_SIZE", "value", "20")));
		return json(Map.of("taskDefinition",
				Map.of("taskDefinitionArn", revision(revision), "family", NAME, "revision", revision, "status",
						"ACTIVE", "cpu", "512", "memory", "1024", "containerDefinitions", List.of(container))));
	}

	private static String revision(int number) {
		return ARN + "task-definition/" + NAME + ":" + number;
	}

	private static String last(String arn) {
		return arn.replaceFirst(".*/", "");
	}

	private void update(JsonNode request) {
		this.desired = request.path("desiredCount").asInt(this.desired);
		String before = this.taskDefinition;
		String wanted = last(request.path("taskDefinition").asString(before));
		this.taskDefinition = ARN + "task-definition/" + wanted;
		if (this.desired == 0) {
			this.supervisor.stopApplication();
		}
		else if (request.path("forceNewDeployment").asBoolean(false) || !before.equals(this.taskDefinition)) {
			this.deployment++;
			// New tasks come with a disk of their own.
			this.supervisor.removeLeftover();
			this.supervisor.restartApplication();
		}
	}

	private Map<String, Object> described() {
		int running = this.supervisor.applicationRuns() ? this.desired : 0;
		Map<String, Object> primary = new HashMap<>(counts(running));
		primary.putAll(Map.of("id", "ecs-svc/" + this.deployment, "status", "PRIMARY", "rolloutState", "COMPLETED",
				"taskDefinition", this.taskDefinition, "createdAt",
				this.supervisor.applicationSince().toEpochMilli() / 1_000.0));
		Map<String, Object> service = new HashMap<>(counts(running));
		service.putAll(Map.of("serviceName", NAME, "serviceArn", ARN + "service/" + CLUSTER + "/" + NAME, "clusterArn",
				ARN + "cluster/" + CLUSTER, "status", "ACTIVE", "launchType", "FARGATE", "taskDefinition",
				this.taskDefinition, "deployments", List.of(primary), "events", List.of()));
		return service;
	}

	private Map<String, Object> counts(int running) {
		return Map.of("desiredCount", this.desired, "runningCount", running, "pendingCount", 0);
	}

	private static Answer json(Object value) {
		return new Answer(200, "application/x-amz-json-1.1", CanonicalJson.write(value));
	}

}
