package io.watchfloor.action.prometheus;

import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Asks for the number one. */
@Component
class PrometheusConnection implements ConnectionProbe {

	private final PrometheusServers servers;

	PrometheusConnection(PrometheusServers servers) {
		this.servers = servers;
	}

	@Override
	public String kind() {
		return PrometheusTargets.KIND;
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		return Endpoint.of(target.setting("url"));
	}

	@Override
	public String signIn(Target target) {
		try (PrometheusSession session = this.servers.reading(target)) {
			session.ask("/api/v1/query", Map.of("query", "1"));
			return "it answers queries";
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		try (PrometheusSession session = this.servers.reading(target)) {
			int targets = session.ask("/api/v1/targets", Map.of("state", "active")).path("activeTargets").size();
			return Optional.of("may list targets: " + targets + " active");
		}
	}

}
