package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What can be rolled out. */
final class RolloutRules {

	static final Set<String> TYPES = Set.of("deployments", "statefulsets", "daemonsets");

	private RolloutRules() {
	}

	static void demand(List<String> resources, @Nullable String selector) {
		Names.resources(resources);
		Names.text("the selector", selector);
		resources.forEach((resource) -> {
			if (!TYPES.contains(Resources.typeOf(resource))) {
				throw new IllegalArgumentException(Resources.typeOf(resource)
						+ " are not rolled out; deployments, statefulsets and daemonsets are");
			}
		});
		GetRules.demand(resources, selector, null, false);
	}

}
