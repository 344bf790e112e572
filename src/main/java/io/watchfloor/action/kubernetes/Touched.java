package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.kernel.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object that a change is about.
 *
 * @param name as lines write it: {@code deployments/api}
 * @param path its address
 * @param object as it was read
 */
record Touched(ResourceType type, String name, String path, JsonNode object) {

	/** Reads all that a line chose; one that is missing is a problem. */
	static List<Touched> all(Cluster cluster, Where where, List<String> resources,
			@org.jspecify.annotations.Nullable String selector,
			@org.jspecify.annotations.Nullable String fieldSelector) {
		List<Touched> all = Selection.of(cluster, where, resources, false, selector, fieldSelector)
			.stream()
			.flatMap((selection) -> RolloutStatusHandler.objects(cluster, selection)
				.stream()
				.map((object) -> of(selection, object)))
			.toList();
		if (all.isEmpty()) {
			throw new io.watchfloor.kernel.Problem(io.watchfloor.kernel.Problem.Category.NOT_FOUND,
					"Nothing matches in " + cluster.namespace(where) + ". Look at the names and labels.");
		}
		return all;
	}

	private static Touched of(Selection selection, JsonNode object) {
		String name = Pods.name(object);
		return new Touched(selection.type(), selection.type().plural() + "/" + name,
				selection.single() ? selection.path() : selection.type().path(Pods.namespace(object), name), object);
	}

	/**
	 * What the plan depends on: which object it is, and everything but its status. Equal
	 * text, same object in the same state.
	 */
	String mark() {
		ObjectNode copy = Json.copy(this.object);
		copy.remove("status");
		copy.remove("kind");
		copy.remove("apiVersion");
		if (copy.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove("resourceVersion");
			metadata.remove("managedFields");
			metadata.remove("generation");
		}
		return Json.text(this.object, "metadata", "uid") + " "
				+ CanonicalJson.fingerprint(Json.sorted(copy).toString()).substring(0, 16);
	}

	/** The same object, read again. */
	Touched again(Cluster cluster) {
		return new Touched(this.type, this.name, this.path, cluster.api().get(this.path));
	}

	JsonNode template() {
		return this.object.path("spec").path("template");
	}

}
