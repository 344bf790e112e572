package io.watchfloor.runbook;

import java.time.Clock;

import io.watchfloor.action.Actions;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the connectors say what they understand. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

	@Bean
	LineReader lineReader(Actions actions, Clock clock) {
		return new LineReader(actions::understand, actions::understand, clock);
	}

	@Bean
	RunbookReader runbookReader(LineReader lines, Actions actions) {
		return new RunbookReader(lines, actions::findings);
	}

	@Bean
	Inputs inputs(LineReader lines) {
		return lines::bind;
	}

}
