package io.watchfloor.audit;

import io.watchfloor.kernel.Auditable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Appends the events of modules that stand below this one, in the publisher's thread: it
 * goes on only when the record is durable, and gets the exception when it is not. The
 * record stays even if the publisher's transaction is rolled back afterwards.
 */
@Component
class AuditableListener {

	private final AuditLog log;

	AuditableListener(AuditLog log) {
		this.log = log;
	}

	@EventListener
	void on(Auditable event) {
		this.log.append(new AuditEntry(event.actor(), event.action(), event.target(), null, event.reason(),
				event.result(), event.details()));
	}

}
