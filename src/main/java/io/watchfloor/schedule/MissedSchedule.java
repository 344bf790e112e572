package io.watchfloor.schedule;

import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Auditable;

/**
 * That something was missed, for the audit log.
 *
 * @param missed what
 */
public record MissedSchedule(Missed missed) implements Auditable {

	@Override
	public Actor actor() {
		return Actor.SYSTEM;
	}

	@Override
	public String action() {
		return "schedule.missed";
	}

	@Override
	public String target() {
		return this.missed.work();
	}

	@Override
	public String result() {
		return "FAILED";
	}

	@Override
	public Map<String, String> details() {
		return Map.of("firstDue", this.missed.firstDue().toString(), "lastDue", this.missed.lastDue().toString(),
				"times", Long.toString(this.missed.times()), "reason", this.missed.reason());
	}

}
