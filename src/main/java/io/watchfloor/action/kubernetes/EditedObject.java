package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person made of an object's text.
 */
final class EditedObject {

	/** What the server keeps, and what is checked apart. */
	private static final Set<String> NOT_EDITED = Set.of("managedFields", "resourceVersion", "uid", "generation",
			"creationTimestamp", "selfLink");

	private EditedObject() {
	}

	/** The text to start from: the object as it is, without what nobody edits. */
	static String text(KubeEdit edit, Cluster cluster) {
		ObjectNode copy = Json.copy(cluster.object(edit.resource(), edit.where()));
		copy.remove("status");
		if (copy.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove("managedFields");
		}
		return YamlText.of(copy);
	}

	/**
	 * Reads an edited text.
	 * @throws IllegalArgumentException when it is not one whole object of that name
	 */
	static JsonNode of(String resource, String text) {
		List<JsonNode> objects = Manifests.of(text);
		JsonNode object = objects.getFirst();
		String plural = Resources.typeOf(resource).replaceFirst("\\..*", "");
		boolean same = ResourceTypes.find(plural)
			.map((type) -> type.kind().equals(Json.text(object, "kind")))
			.orElse(true);
		if (objects.size() > 1 || !same || !Json.text(object, "metadata", "name").equals(Resources.nameOf(resource))) {
			throw new IllegalArgumentException("the text is not the object " + resource
					+ "; paste the whole object, as kubectl get -o yaml prints it");
		}
		return object;
	}

	/**
	 * The merge patch that makes an object what the text says.
	 * @throws Problem when the object changed since the text was taken, or nothing
	 * differs
	 */
	static ObjectNode patch(JsonNode now, JsonNode edited) {
		for (String marker : List.of("resourceVersion", "uid")) {
			String taken = Json.text(edited, "metadata", marker);
			if (!taken.isEmpty() && !taken.equals(Json.text(now, "metadata", marker))) {
				throw new Problem(Category.STALE, "The object changed after its text was taken. Take it again: the "
						+ "text says " + marker + " " + taken + ".");
			}
		}
		if (!cleaned(now).path("metadata")
			.path("finalizers")
			.equals(cleaned(edited).path("metadata").path("finalizers"))) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"The text changes finalizers, which can lose what they guard. A patch can do that, alone.");
		}
		return difference(cleaned(now), cleaned(edited));
	}

	/** Whether an object is what the text says. */
	static boolean applied(JsonNode now, JsonNode edited) {
		return difference(cleaned(now), cleaned(edited)).isEmpty();
	}

	private static ObjectNode cleaned(JsonNode object) {
		ObjectNode copy = Json.copy(object);
		copy.remove("status");
		if (copy.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove(NOT_EDITED);
		}
		return copy;
	}

	private static ObjectNode difference(JsonNode before, JsonNode after) {
		ObjectNode patch = Json.object();
		Set<String> names = new TreeSet<>(before.propertyNames());
		names.addAll(after.propertyNames());
		for (String name : names) {
			JsonNode was = before.path(name);
			JsonNode is = after.path(name);
			boolean gone = is.isMissingNode() || is.isNull();
			if (gone && !was.isMissingNode() && !was.isNull()) {
				patch.putNull(name);
			}
			else if (was.isObject() && is.isObject()) {
				ObjectNode inner = difference(was, is);
				if (!inner.isEmpty()) {
					patch.set(name, inner);
				}
			}
			else if (!gone && !was.equals(is)) {
				patch.set(name, is);
			}
		}
		return patch;
	}

}
