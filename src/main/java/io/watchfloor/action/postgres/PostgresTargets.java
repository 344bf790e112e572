package io.watchfloor.action.postgres;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog can say of a PostgreSQL database. */
@Configuration(proxyBeanMethods = false)
public class PostgresTargets {

	/** The kind of such a target. */
	public static final String KIND = "postgres";

	@Bean
	TargetKind postgresKind() {
		return new TargetKind(KIND, Set.of("url"), Set.of("user", "database", "dumps", AddressGuard.SETTING),
				Set.of("password"));
	}

}
