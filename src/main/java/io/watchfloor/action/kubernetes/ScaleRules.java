package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What can be scaled, and how far. */
final class ScaleRules {

	static final Set<String> TYPES = Set.of("deployments", "statefulsets", "replicasets", "replicationcontrollers");

	private static final int MOST = 10_000;

	private ScaleRules() {
	}

	static void demand(List<String> resources, int replicas, @Nullable Integer currentReplicas) {
		resources.forEach((resource) -> demandType(Resources.typeOf(resource)));
		if (replicas < 0 || replicas > MOST) {
			throw new IllegalArgumentException(replicas + " is no number of replicas");
		}
		if (currentReplicas != null && (currentReplicas < 0 || currentReplicas > MOST)) {
			throw new IllegalArgumentException(currentReplicas + " is no number of replicas");
		}
	}

	private static void demandType(String type) {
		if (!TYPES.contains(type)) {
			throw new IllegalArgumentException(type + " are not scaled; " + "deployments and statefulsets are");
		}
	}

	static void demandRange(String resource, @Nullable Integer min, int max, @Nullable Integer cpuPercent) {
		demandType(Resources.typeOf(resource));
		if (max < 1 || max > MOST || (min != null && (min < 1 || min > max))) {
			throw new IllegalArgumentException("the range of replicas makes no sense");
		}
		if (cpuPercent != null && (cpuPercent < 1 || cpuPercent > 10_000)) {
			throw new IllegalArgumentException(cpuPercent + " is no share of CPU");
		}
	}

}
