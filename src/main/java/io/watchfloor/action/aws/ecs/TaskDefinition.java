package io.watchfloor.action.aws.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Plan;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;

/** A revision of a task definition. */
record TaskDefinition(Told told) {

	private static final Pattern SECRET = Pattern
		.compile("(?i).*(passw|secret|token|key|credential).*|.*://[^/@\\s]*:[^/@\\s]+@.*");

	static TaskDefinition of(String name, String region, AwsSession session) {
		return new TaskDefinition(session.ask("ecs", "describe-task-definition", Map.of("taskDefinition", name), region)
			.at("taskDefinition"));
	}

	String arn() {
		return this.told.text("taskDefinitionArn");
	}

	String name() {
		return arn().replaceFirst(".*/", "");
	}

	boolean active() {
		return !this.told.text("status").equals("INACTIVE");
	}

	/** What differs, without values that look secret. */
	List<Plan.Change> differences(TaskDefinition after) {
		SortedMap<String, String> now = properties();
		SortedMap<String, String> then = after.properties();
		Set<String> names = new TreeSet<>(now.keySet());
		names.addAll(then.keySet());
		List<Plan.Change> changes = new ArrayList<>();
		for (String name : names) {
			if (!String.valueOf(now.get(name)).equals(String.valueOf(then.get(name)))) {
				changes.add(new Plan.Change(name, shown(name, now), shown(name, then)));
			}
		}
		return changes;
	}

	private static @org.jspecify.annotations.Nullable String shown(String name, Map<String, String> values) {
		String value = values.get(name);
		return (value != null && SECRET.matcher(name + " " + value).matches()) ? "[hidden]" : value;
	}

	private SortedMap<String, String> properties() {
		SortedMap<String, String> properties = new TreeMap<>();
		for (String name : List.of("cpu", "memory", "executionRoleArn", "taskRoleArn", "networkMode")) {
			if (this.told.at(name).there()) {
				properties.put(name, this.told.text(name));
			}
		}
		this.told.list("containerDefinitions").forEach((container) -> {
			String prefix = container.text("name") + " ";
			properties.put(prefix + "image", container.text("image"));
			container.list("environment")
				.forEach((each) -> properties.put(prefix + each.text("name"), each.text("value")));
			container.list("secrets")
				.forEach((each) -> properties.put(prefix + each.text("name") + " from", each.text("valueFrom")));
		});
		return properties;
	}

	List<String> images() {
		return this.told.list("containerDefinitions").stream().map((container) -> container.text("image")).toList();
	}

}
