package io.watchfloor.runbook;

import io.watchfloor.action.Actions;
import io.watchfloor.runbook.reading.RunbookReader;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the connectors say what they understand. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

	@Bean
	RunbookReader runbookReader(Actions actions) {
		return new RunbookReader(actions::understand);
	}

}
