package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What may be deleted from here. */
final class DeleteRules {

	private static final Set<String> NEVER = Set.of("all", "namespaces", "nodes", "customresourcedefinitions",
			"persistentvolumes", "clusterroles", "clusterrolebindings");

	private DeleteRules() {
	}

	static void demand(List<String> resources, @Nullable String selector, @Nullable String fieldSelector, boolean all) {
		GetRules.demand(resources, selector, fieldSelector, false);
		boolean chosen = selector != null || fieldSelector != null;
		GetRules.demandChosen(resources, chosen ? "-" : null, all);
		resources.forEach((resource) -> {
			if (NEVER.contains(Resources.typeOf(resource))) {
				throw new IllegalArgumentException("deleting " + Resources.typeOf(resource)
						+ " takes more with it than a plan can show; it is done by hand");
			}
		});
	}

	static void demandManner(@Nullable Integer gracePeriod, boolean force, @Nullable String cascade) {
		if (gracePeriod != null && gracePeriod < -1) {
			throw new IllegalArgumentException("the grace period is negative");
		}
		if (gracePeriod != null && gracePeriod == 0 && !force) {
			throw new IllegalArgumentException("a grace period of 0 needs --force");
		}
		if (gracePeriod != null && gracePeriod > 0 && force) {
			throw new IllegalArgumentException("--force and a grace period exclude each other");
		}
		if (cascade != null && !Set.of("background", "foreground", "orphan").contains(cascade)) {
			throw new IllegalArgumentException("'" + cascade + "' is no way to cascade");
		}
	}

}
