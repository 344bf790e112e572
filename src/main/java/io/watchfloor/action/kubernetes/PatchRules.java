package io.watchfloor.action.kubernetes;

import java.util.Set;

import io.watchfloor.kernel.Risk;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which patches are taken, and what they can do at worst. */
final class PatchRules {

	/** Patching these changes how something runs and can be put back. */
	private static final Set<String> RECOVERABLE = Set.of("pods", "services", "configmaps", "deployments",
			"statefulsets", "daemonsets", "replicasets", "horizontalpodautoscalers", "cronjobs", "jobs",
			"poddisruptionbudgets", "ingresses", "nodes", "serviceaccounts", "resourcequotas", "limitranges");

	private PatchRules() {
	}

	static void demand(String resource, KubePatch.Kind kind, String patch) {
		JsonNode body = parse(patch);
		boolean operations = kind == KubePatch.Kind.JSON;
		if (body.isArray() != operations || !(body.isArray() || body.isObject()) || body.isEmpty()) {
			throw new IllegalArgumentException(
					operations ? "a JSON patch is a list of operations" : "the patch is not an object with fields");
		}
		if (!body.toString().equals(patch)) {
			throw new IllegalArgumentException("the patch is not in its shortest form");
		}
		if (Resources.typeOf(resource).equals("secrets")) {
			throw new IllegalArgumentException("a secret's values do not belong into a command line");
		}
	}

	/** JSON in its shortest form. */
	static String compact(String patch) {
		return parse(patch).toString();
	}

	private static JsonNode parse(String patch) {
		try {
			return Json.read(patch);
		}
		catch (JacksonException malformed) {
			throw new IllegalArgumentException("the patch is not JSON: " + malformed.getOriginalMessage(), malformed);
		}
	}

	/** What changing any field of a resource can do. */
	static Risk risk(String resource) {
		return RECOVERABLE.contains(Resources.typeOf(resource)) ? Risk.DISRUPTIVE : Risk.DESTRUCTIVE;
	}

	/** Finalizers and what holds data or permissions are worst. */
	static Risk risk(String resource, String patch) {
		return patch.contains("finalizers") ? Risk.DESTRUCTIVE : risk(resource);
	}

}
