package io.watchfloor.action.compose;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog may say about engines and Compose projects. */
@Configuration(proxyBeanMethods = false)
class DockerTargets {

	@Bean
	TargetKind docker() {
		return new TargetKind("docker", Set.of(),
				Set.of("engine", "via", "address", "user", "fingerprint", AddressGuard.SETTING), Set.of("key"));
	}

	@Bean
	TargetKind compose() {
		return new TargetKind(
				"compose", Set.of("project", "folder", "files"), Set.of("env-file", "profiles", "tool", "engine", "via",
						"address", "user", "fingerprint", "override", "variables", AddressGuard.SETTING),
				Set.of("key"));
	}

}
