package io.watchfloor.action.kubernetes;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Whose logs can be shown. */
final class LogRules {

	/** What has pods. */
	static final Set<String> WITH_PODS = Set.of("pods", "deployments", "statefulsets", "daemonsets", "replicasets",
			"jobs", "replicationcontrollers", "services");

	private LogRules() {
	}

	static void demand(@Nullable String resource, @Nullable String selector, @Nullable String container,
			boolean allContainers) {
		if ((resource == null) == (selector == null)) {
			throw new IllegalArgumentException(
					(resource == null) ? "whose log is meant is missing" : "a name and a selector exclude each other");
		}
		Names.text("the selector", selector);
		if (resource != null) {
			Names.named(List.of(resource));
			if (!WITH_PODS.contains(Resources.typeOf(resource))) {
				throw new IllegalArgumentException(Resources.typeOf(resource) + " have no log");
			}
		}
		Names.optionalName("container", container);
		if (container != null && allContainers) {
			throw new IllegalArgumentException("one container and all containers exclude each other");
		}
	}

	static void demandInstant(String text) {
		try {
			Instant.parse(text);
		}
		catch (DateTimeException malformed) {
			throw new IllegalArgumentException("'" + text + "' is no time such as 2026-01-31T12:00:00Z", malformed);
		}
	}

}
