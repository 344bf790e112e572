package io.watchfloor.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.watchfloor.kernel.Problem;

/**
 * Tells the audit log. Law 1 (no record, no act) is kept for everything that changes what
 * somebody may do: people, roles, links. Signing in and out changes no target, and
 * whoever has to mend a full disk must get in: it goes on when the log cannot be written,
 * and says so in the server's log.
 */
@Component
public class SecurityJournal {

	private static final Logger LOG = LoggerFactory.getLogger(SecurityJournal.class);

	private final ApplicationEventPublisher events;

	SecurityJournal(ApplicationEventPublisher events) {
		this.events = events;
	}

	/**
	 * Records before something is changed.
	 * @throws Problem with category {@code UNREACHABLE} when the log cannot be written;
	 * then the change must not happen
	 */
	public void demand(SecurityEvent event) {
		this.events.publishEvent(event);
	}

	/** Records what goes on in any case. */
	public void tell(SecurityEvent event) {
		try {
			this.events.publishEvent(event);
		}
		catch (Problem unwritten) {
			LOG.error("NOT IN THE AUDIT LOG, which cannot be written ({}): {} {} by {}, {} {}", unwritten.getMessage(),
					event.action(), event.target(), event.actor().name(), event.result(), event.details());
		}
	}

}
