package io.watchfloor.action.http;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog can say of a service that speaks HTTP. */
@Configuration(proxyBeanMethods = false)
class HttpTargets {

	static final String KIND = "http";

	@Bean
	TargetKind httpKind() {
		return new TargetKind(KIND, Set.of("url"),
				Set.of("user", AddressGuard.SETTING, StatusPage.SETTING, VendorStatusHandler.COMPONENTS),
				Set.of("token", "password", "key"));
	}

}
