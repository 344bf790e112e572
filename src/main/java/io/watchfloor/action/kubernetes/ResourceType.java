package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;

/**
 * A kind of object that an API server keeps.
 *
 * @param group empty for the core group
 * @param plural as addresses have it: {@code deployments}
 * @param names what people may type: plural, singular and short names
 * @param everyday whether {@code kubectl get all} shows it
 */
record ResourceType(String group, String version, String plural, String kind, boolean namespaced, Set<String> names,
		boolean everyday) {

	/** Address of the collection; the namespace is left out for all of them. */
	String path(String namespace) {
		String root = this.group.isEmpty() ? "/api/" + this.version : "/apis/" + this.group + "/" + this.version;
		return root + ((this.namespaced && !namespace.isEmpty()) ? "/namespaces/" + namespace : "") + "/" + this.plural;
	}

	/** Address of one object. */
	String path(String namespace, String name) {
		return path(namespace) + "/" + name;
	}

	/** {@code deployments.apps}, as kubectl prints a type in front of a name. */
	String qualified() {
		return this.group.isEmpty() ? singular() : singular() + "." + this.group;
	}

	private String singular() {
		return this.kind.toLowerCase(java.util.Locale.ROOT);
	}

	/** {@code apps/v1} or {@code v1}. */
	String apiVersion() {
		return this.group.isEmpty() ? this.version : this.group + "/" + this.version;
	}

	/** Whether changing its pod template rolls pods. */
	boolean rolls() {
		return List.of("deployments", "statefulsets", "daemonsets").contains(this.plural) && this.group.equals("apps");
	}

	/** Whether its values are never shown. */
	boolean secret() {
		return this.plural.equals("secrets") && this.group.isEmpty();
	}

}
