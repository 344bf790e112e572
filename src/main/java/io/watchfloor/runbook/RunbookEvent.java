package io.watchfloor.runbook;

import java.util.Map;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Auditable;

/**
 * Documents of a system were brought in or changed what its file says.
 *
 * @param actor who did it
 * @param action as {@code noun.verb}: {@code runbook.upload}
 * @param system whose documents
 * @param result {@code INTENDED}, {@code SUCCEEDED}, {@code FAILED} or {@code REFUSED}
 * @param details further facts; never a secret
 */
public record RunbookEvent(Actor actor, String action, SystemId system, String result,
		Map<String, String> details) implements Auditable {

	public RunbookEvent {
		details = Map.copyOf(details);
	}

	@Override
	public String target() {
		return this.system.value();
	}

}
