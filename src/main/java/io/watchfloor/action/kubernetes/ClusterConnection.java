package io.watchfloor.action.kubernetes;

import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Asks for the version, and for a pod of the target's own namespace. */
@Component
class ClusterConnection implements ConnectionProbe {

	private final Clusters clusters;

	ClusterConnection(Clusters clusters) {
		this.clusters = clusters;
	}

	@Override
	public String kind() {
		return "kubernetes";
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		try (Cluster cluster = this.clusters.reading(target)) {
			return Endpoint.of(cluster.address());
		}
	}

	@Override
	public String signIn(Target target) {
		try (Cluster cluster = this.clusters.reading(target)) {
			return cluster.context() + ", Kubernetes " + cluster.api().get("/version").path("gitVersion").asString("?");
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		try (Cluster cluster = this.clusters.reading(target)) {
			cluster.list("pods", cluster.home(), Map.of("limit", "1"));
			return Optional.of("may list pods in " + cluster.home());
		}
	}

}
