package io.watchfloor.action.kubernetes;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.Session;
import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A target's cluster, opened. The connections behind it are shared and stay.
 *
 * @param context its name, for people
 * @param home the namespace of lines that name none
 * @param names how lines may name it
 * @param types what the cluster calls its types
 * @param manifests where manifests may be taken from
 * @param values where values of secrets may be taken from
 */
record Cluster(KubeApi api, String context, String home, Set<String> names, KnownTypes types, ManifestFiles manifests,
		SecretSource values) implements Session {

	/**
	 * Refuses a line about another cluster.
	 * @throws Problem when the line names a context that this one is not written as
	 */
	Cluster demand(Where where) {
		if (where.context() != null && !this.names.contains(where.context())) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"The line is about the context '" + where.context() + "', and this target is " + this.context
							+ ". Choose the other target, or add the context to this one's 'writtenAs'.");
		}
		return this;
	}

	/** The namespace that a line means. */
	String namespace(Where where) {
		return Objects.requireNonNullElse(where.namespace(), this.home);
	}

	ResourceType type(String word) {
		return this.types.find(word, this.api);
	}

	/** The address of {@code deployments/api}. */
	String path(String resource, Where where) {
		return type(Resources.typeOf(resource)).path(namespace(where), Resources.nameOf(resource));
	}

	JsonNode object(String resource, Where where) {
		return this.api.get(path(resource, where));
	}

	/** What a reading gives as its source. */
	String source(Action action) {
		return action.commandLine() + " at " + this.context + " (" + this.api.server() + ")";
	}

	JsonNode list(String type, String namespace, Map<String, String> query) {
		return this.api.get(type(type).path(namespace), query);
	}

	@Override
	public String address() {
		return this.api.server();
	}

	@Override
	public void close() {
		// connections are kept for the next piece of work
	}

}
