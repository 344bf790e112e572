package io.watchfloor.security;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach this console; {@code watchfloor.url} says so behind a proxy. */
@Component
class ConsoleAddress {

	private final Environment environment;

	ConsoleAddress(Environment environment) {
		this.environment = environment;
	}

	/** Without a slash at the end. */
	String base() {
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		String url = this.environment.getProperty("watchfloor.url", "http://localhost:" + port);
		return url.replaceAll("/+$", "");
	}

}
