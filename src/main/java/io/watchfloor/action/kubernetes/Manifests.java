package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.watchfloor.kernel.Risk;
import tools.jackson.databind.JsonNode;

/**
 * The objects that a text of YAML or JSON describes, in its order.
 */
final class Manifests {

	private static final int MOST = 100;

	/** Applying these changes how something runs and can be put back. */
	private static final Set<String> RECOVERABLE = Set.of("Pod", "Service", "ConfigMap", "Deployment", "StatefulSet",
			"DaemonSet", "ReplicaSet", "HorizontalPodAutoscaler", "CronJob", "Job", "PodDisruptionBudget", "Ingress",
			"ServiceAccount", "ResourceQuota", "LimitRange", "Namespace", "PersistentVolumeClaim");

	private Manifests() {
	}

	/**
	 * Reads a text.
	 * @throws IllegalArgumentException when it is no manifest, or holds what a console
	 * must not keep
	 */
	static List<JsonNode> of(String text) {
		List<JsonNode> objects = new ArrayList<>();
		ManifestYaml.read(text).forEach((document) -> add(document, objects));
		if (objects.isEmpty() || objects.size() > MOST) {
			throw new IllegalArgumentException("the manifest describes "
					+ (objects.isEmpty() ? "no object" : "more than " + MOST + " objects; apply it in parts"));
		}
		objects.forEach(Manifests::demand);
		return objects;
	}

	private static void add(JsonNode document, List<JsonNode> objects) {
		if (Json.text(document, "kind").endsWith("List") && document.path("items").isArray()) {
			Json.list(document.path("items")).forEach((item) -> add(item, objects));
		}
		else if (!document.isNull() && !document.isMissingNode()) {
			objects.add(document);
		}
	}

	private static void demand(JsonNode object) {
		String kind = Json.text(object, "kind");
		String name = Json.text(object, "metadata", "name");
		if (kind.isEmpty() || Json.text(object, "apiVersion").isEmpty() || name.isEmpty()) {
			throw new IllegalArgumentException(
					"the manifest holds something without apiVersion, kind or metadata.name");
		}
		Names.name(kind, name);
		if (kind.equals("Secret")) {
			throw new IllegalArgumentException("the manifest holds the secret " + name
					+ ", whose values do not belong into a console's record; apply that one yourself");
		}
	}

	/** Unknown types, and what holds permissions or data, are worst. */
	static Risk risk(String text) {
		try {
			return of(text).stream().allMatch((each) -> RECOVERABLE.contains(Json.text(each, "kind"))) ? Risk.DISRUPTIVE
					: Risk.DESTRUCTIVE;
		}
		catch (IllegalArgumentException unreadable) {
			return Risk.DESTRUCTIVE;
		}
	}

}
