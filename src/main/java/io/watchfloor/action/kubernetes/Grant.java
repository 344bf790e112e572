package io.watchfloor.action.kubernetes;

/**
 * What one verb is about, as Kubernetes grants it.
 *
 * @param namespace empty for the whole cluster
 * @param group of the API; empty for the core, {@code *} where the catalog does not tell
 * @param resource plural, with a subresource behind a slash
 * @param name of the object; empty for all of them
 */
record Grant(String namespace, String group, String resource, String name) implements Comparable<Grant> {

	@Override
	public int compareTo(Grant other) {
		return text().compareTo(other.text());
	}

	private String text() {
		return String.join("\t", this.namespace, this.group, this.resource, this.name);
	}

}
