package io.watchfloor.action.host;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog may say about a host. */
@Configuration(proxyBeanMethods = false)
class HostTargets {

	@Bean
	TargetKind host() {
		return new TargetKind("host", Set.of("via"), Set.of("address", "user", "fingerprint", "paths", "folder",
				"container", "engine", "context", "namespace", "pod", "scripts", AddressGuard.SETTING), Set.of("key"));
	}

}
