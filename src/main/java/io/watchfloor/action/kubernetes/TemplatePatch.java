package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strategic merge patch of containers in a pod template, as kubectl writes it: changed
 * containers by name, with the order of all of them.
 */
final class TemplatePatch {

	private TemplatePatch() {
	}

	/**
	 * Writes the patch.
	 * @param kinds {@code containers}, {@code initContainers}
	 * @param change the changed fields of a container; empty for none
	 */
	static ApiCall of(Touched touched, List<String> kinds, Function<JsonNode, ObjectNode> change) {
		ObjectNode patch = Json.object();
		ObjectNode spec = patch.withObject("/spec/template/spec");
		boolean any = false;
		for (String kind : kinds) {
			List<JsonNode> containers = Json.list(touched.template().path("spec").path(kind));
			ArrayNode order = Json.array();
			ArrayNode changed = Json.array();
			for (JsonNode container : containers) {
				order.addObject().put("name", Pods.container(container));
				ObjectNode fields = change.apply(container);
				if (!fields.isEmpty()) {
					changed.add(fields.put("name", Pods.container(container)));
				}
			}
			if (!changed.isEmpty()) {
				spec.set("$setElementOrder/" + kind, order);
				spec.set(kind, changed);
				any = true;
			}
		}
		if (!any) {
			throw new Problem(Problem.Category.NOT_FOUND,
					touched.name() + " is already so, or has no such container. Its containers: "
							+ String.join(", ", Pods.containers(touched.template(), true)) + ".");
		}
		return ApiCall.patch(touched.path(), KubePatch.Kind.STRATEGIC, patch.toString());
	}

	/** Which containers a pattern of {@code --containers} means. */
	static Predicate<JsonNode> chosen(@org.jspecify.annotations.Nullable String pattern) {
		if (pattern == null) {
			return (_) -> true;
		}
		Pattern compiled = Pattern.compile(pattern.replace("*", ".*").replace("?", "."));
		return (container) -> compiled.matcher(Pods.container(container)).matches();
	}

}
