package io.watchfloor.action.redis;

import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Signs in, and counts keys as nearly every action does. */
@Component
class RedisConnection implements ConnectionProbe {

	private final RedisServers servers;

	RedisConnection(RedisServers servers) {
		this.servers = servers;
	}

	@Override
	public String kind() {
		return RedisTargets.KIND;
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		return Endpoint.of(target.setting("url"));
	}

	@Override
	public String signIn(Target target) {
		try (RedisSession session = this.servers.reading(target)) {
			session.ping();
			return target.settings().getOrDefault("user", "default") + " on Redis";
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		try (RedisSession session = this.servers.reading(target)) {
			return Optional.of("may count keys: " + session.size() + " in database " + session.database());
		}
	}

}
