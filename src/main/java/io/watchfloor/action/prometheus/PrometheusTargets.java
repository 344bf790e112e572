package io.watchfloor.action.prometheus;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog can say of a Prometheus server. */
@Configuration(proxyBeanMethods = false)
class PrometheusTargets {

	static final String KIND = "prometheus";

	@Bean
	TargetKind prometheusKind() {
		return new TargetKind(KIND, Set.of("url"), Set.of(AddressGuard.SETTING), Set.of("token"));
	}

}
