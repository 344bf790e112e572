package io.watchfloor.sandbox.ui;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Adds the sandbox to what an integration test starts. */
class WithSandbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of("watchfloor.sandbox.enabled=true", "watchfloor.sandbox.refill-after=2s").applyTo(context);
	}

}
