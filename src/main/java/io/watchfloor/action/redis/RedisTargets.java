package io.watchfloor.action.redis;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog can say of a Redis server. */
@Configuration(proxyBeanMethods = false)
class RedisTargets {

	static final String KIND = "redis";

	@Bean
	TargetKind redisKind() {
		return new TargetKind(KIND, Set.of("url"), Set.of("user", "certificates", "dumps", AddressGuard.SETTING),
				Set.of("password"));
	}

}
