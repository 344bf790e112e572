package io.watchfloor.action.kubernetes;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Which ways of choosing objects go together. */
final class GetRules {

	private GetRules() {
	}

	/** Names and selectors exclude each other, as kubectl says. */
	static void demand(List<String> resources, @Nullable String selector, @Nullable String fieldSelector,
			boolean allNamespaces) {
		boolean named = named(resources);
		if (named && !resources.stream().allMatch((resource) -> resource.contains("/"))) {
			throw new IllegalArgumentException("types with and without a name are mixed");
		}
		if (named && (selector != null || fieldSelector != null)) {
			throw new IllegalArgumentException("a name and a selector exclude each other");
		}
		if (named && allNamespaces) {
			throw new IllegalArgumentException("a name and all namespaces exclude each other");
		}
	}

	/** A change of all objects of a type must be asked for. */
	static void demandChosen(List<String> resources, @Nullable String selector, boolean all) {
		boolean named = named(resources);
		if (!named && selector == null && !all) {
			throw new IllegalArgumentException("which " + resources.getFirst() + " is meant is missing");
		}
		if (all && (named || selector != null)) {
			throw new IllegalArgumentException("--all does not go with a name or a selector");
		}
	}

	static boolean named(List<String> resources) {
		return resources.stream().anyMatch((resource) -> resource.contains("/"));
	}

}
