package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.action.Plan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two states of an object, field by field. */
final class FieldChanges {

	private static final Set<String> NOT_OURS = Set.of("status", "metadata.resourceVersion", "metadata.managedFields",
			"metadata.generation", "kind", "apiVersion");

	private final List<Plan.Change> changes = new ArrayList<>();

	private final String prefix;

	private FieldChanges(String prefix) {
		this.prefix = prefix;
	}

	static List<Plan.Change> between(String name, JsonNode before, JsonNode after) {
		FieldChanges found = new FieldChanges(name + " ");
		found.compare("", before, after);
		return found.changes;
	}

	private void compare(String path, JsonNode before, JsonNode after) {
		if (before.equals(after) || NOT_OURS.contains(path)) {
			return;
		}
		if (before.isObject() && after.isObject()) {
			Set<String> names = new TreeSet<>(before.propertyNames());
			names.addAll(after.propertyNames());
			names.forEach(
					(name) -> compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name)));
		}
		else if (named(before) && named(after)) {
			Set<String> names = new TreeSet<>();
			List.of(before, after)
				.forEach((list) -> Json.list(list).forEach((element) -> names.add(Json.text(element, "name"))));
			names.forEach((name) -> compare(path + "[" + name + "]", element(before, name), element(after, name)));
		}
		else {
			this.changes.add(new Plan.Change(this.prefix + path, shown(path, before), shown(path, after)));
		}
	}

	private static boolean named(JsonNode list) {
		return list.isArray() && !list.isEmpty() && Json.list(list).stream().allMatch((element) -> element.has("name"));
	}

	private static JsonNode element(JsonNode list, String name) {
		return Json.list(list)
			.stream()
			.filter((element) -> Json.text(element, "name").equals(name))
			.findFirst()
			.orElse(list.path("none"));
	}

	private static @Nullable String shown(String path, JsonNode node) {
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		String text = JsonPath.print(node);
		return SetRules.secret(path, text) ? SecretValues.HIDDEN : text;
	}

}
