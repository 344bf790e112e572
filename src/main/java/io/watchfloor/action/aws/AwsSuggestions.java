package io.watchfloor.action.aws;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.InputSuggestions;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Names that exist in the account, for the parameters that runbooks leave open most. */
@Component
class AwsSuggestions implements InputSuggestions {

	private static final Map<String, Source> SOURCES = Map.of("cluster",
			new Source("ecs", "list-clusters", "clusterArns[]", false), "service",
			new Source("ecs", "list-services", "serviceArns[]", true), "services",
			new Source("ecs", "list-services", "serviceArns[]", true), "taskdefinition",
			new Source("ecs", "list-task-definitions", "taskDefinitionArns[]", false), "dbinstanceidentifier",
			new Source("rds", "describe-db-instances", "DBInstances[].DBInstanceIdentifier", false), "queueurl",
			new Source("sqs", "list-queues", "QueueUrls[]", false), "functionname",
			new Source("lambda", "list-functions", "Functions[].FunctionName", false), "loggroupname",
			new Source("logs", "describe-log-groups", "logGroups[].logGroupName", false), "group",
			new Source("logs", "describe-log-groups", "logGroups[].logGroupName", false), "secretid",
			new Source("secretsmanager", "list-secrets", "SecretList[].Name", false));

	private final AwsSessions sessions;

	AwsSuggestions(AwsSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public boolean knows(ActionType<?> type, String parameter) {
		return type.targetKind().equals(AwsTargets.KIND) && SOURCES.containsKey(plain(parameter));
	}

	/** The last name of a path, without the case of its letters. */
	private static String plain(String parameter) {
		return parameter.replaceFirst(".*[./]", "").replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
	}

	@Override
	public List<String> suggest(Action action, String parameter, Target target) {
		Source source = Objects.requireNonNull(SOURCES.get(plain(parameter)));
		try (AwsSession session = this.sessions.reading(target)) {
			Map<String, Object> parameters = cluster(action).filter((_) -> source.inCluster())
				.<Map<String, Object>>map((cluster) -> Map.of("cluster", cluster))
				.orElse(Map.of());
			Map<String, Object> answer = session.call(source.service(), source.operation(), parameters, region(action));
			return (Query.find(source.names(), answer) instanceof List<?> names)
					? names.stream().map((name) -> shown(name.toString())).toList() : List.of();
		}
	}

	/** An ARN's last part is its name. */
	private static String shown(String name) {
		return name.startsWith("arn:") ? name.replaceFirst(".*/", "") : name;
	}

	private static Optional<Object> cluster(Action action) {
		Map<String, Object> parameters = switch (action) {
			case AwsRead read -> read.parameters();
			case AwsChange change -> change.parameters();
			default -> Map.of();
		};
		return Optional.ofNullable(parameters.get("cluster"));
	}

	private static String region(Action action) {
		return switch (action) {
			case AwsRead read -> read.region();
			case AwsChange change -> change.region();
			case LogsTail tail -> tail.region();
			default -> "";
		};
	}

	private record Source(String service, String operation, String names, boolean inCluster) {
	}

}
