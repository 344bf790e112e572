package io.watchfloor.action.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object that a manifest describes, and the one that there is.
 *
 * @param path its address
 * @param wanted as it is sent
 * @param now as it is; empty when there is none
 */
record Described(ResourceType type, String path, ObjectNode wanted, Optional<JsonNode> now) {

	/**
	 * Finds the place of an object.
	 * @throws Problem when the cluster does not know its kind, or the line is about
	 * another namespace
	 */
	static Described of(JsonNode object, Where where, Cluster cluster) {
		ResourceType type = type(Json.text(object, "apiVersion"), Json.text(object, "kind"), cluster);
		String own = Json.text(object, "metadata", "namespace");
		if (type.namespaced() && !own.isEmpty() && where.namespace() != null && !own.equals(where.namespace())) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "The line is about the namespace " + where.namespace()
					+ ", and the manifest puts " + Json.text(object, "metadata", "name") + " into " + own + ".");
		}
		ObjectNode wanted = Json.copy(object);
		wanted.remove("status");
		String namespace = own.isEmpty() ? cluster.namespace(where) : own;
		if (type.namespaced()) {
			wanted.withObject("/metadata").put("namespace", namespace);
		}
		String path = type.path(namespace, Json.text(object, "metadata", "name"));
		return new Described(type, path, wanted, cluster.api().find(path));
	}

	private static ResourceType type(String apiVersion, String kind, Cluster cluster) {
		return ResourceTypes.all()
			.stream()
			.filter((type) -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
			.findFirst()
			.or(() -> cluster.types().described(apiVersion, kind, cluster.api()))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND, "The cluster " + cluster.context() + " knows no "
					+ kind + " of " + apiVersion + ". Look whether its definition is installed."));
	}

	/** What applying a manifest takes; of one that is not written down only its name. */
	static void needs(KubeApply action, Needs needs) {
		if (action.manifest().isBlank()) {
			needs.note("Applying " + String.join(", ", action.files())
					+ " takes get, create and patch on what it describes; no runbook holds it.");
			return;
		}
		for (JsonNode object : Manifests.of(action.manifest())) {
			String apiVersion = Json.text(object, "apiVersion");
			String kind = Json.text(object, "kind");
			String own = Json.text(object, "metadata", "namespace");
			Where where = own.isEmpty() ? action.where() : Where.namespace(own);
			ResourceTypes.all()
				.stream()
				.filter((type) -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
				.findFirst()
				.ifPresentOrElse(
						(type) -> needs
							.changes(where, List.of(type.plural() + "/" + Json.text(object, "metadata", "name")), "get",
									"create", "patch")
							.any(where, "poddisruptionbudgets", "list"),
						() -> needs.note("Applying a " + kind + " of " + apiVersion
								+ " takes get, create and patch on it; only the cluster knows its plural."));
		}
	}

	String name() {
		return this.type.plural() + "/" + Json.text(this.wanted, "metadata", "name");
	}

	/** The object as it is; an empty one when there is none. */
	JsonNode before() {
		return this.now.orElseGet(Json::object);
	}

	String mark() {
		return this.now.map((object) -> new Touched(this.type, name(), this.path, object).mark()).orElse("absent");
	}

	/** Server-side apply, in kubectl's name. */
	ApiCall call(boolean takeOver) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("fieldManager", "kubectl");
		query.put("fieldValidation", "Strict");
		query.put("force", Objects.toString(takeOver));
		return new ApiCall("PATCH", this.path, query, "application/apply-patch+yaml", this.wanted.toString());
	}

}
