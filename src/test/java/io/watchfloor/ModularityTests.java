package io.watchfloor;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The arrows between modules point down only, and only at what a module gives away. They
 * are declared in each {@code package-info.java}.
 */
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(Watchfloor.class);

	@Test
	void noModuleUsesWhatItMayNot() {
		this.modules.verify();
	}

	@Test
	void everyConnectorIsAModuleOfItsOwn() {
		assertThat(this.modules.stream().map((module) -> module.getIdentifier().toString())).contains("kernel",
				"action", "action.postgres", "action.redis", "action.http");
	}

}
