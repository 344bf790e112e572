package io.watchfloor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says when the console is ready, and where. */
@Component
class Announcement {

	private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

	@EventListener
	void ready(ApplicationReadyEvent event) {
		String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
		if (port != null) {
			LOG.info("Ready after {} s on port {}", seconds(event), port);
		}
	}

	private static long seconds(ApplicationReadyEvent event) {
		return (event.getTimeTaken() != null) ? event.getTimeTaken().toSeconds() : 0;
	}

}
