package io.watchfloor.run;

import io.watchfloor.audit.AuditEntry;

/** Where a console can die between a person's confirmation and the recorded outcome. */
enum CrashPoint {

	BEFORE_INTENT, AFTER_INTENT, AFTER_CALL_WAS_ANNOUNCED, AFTER_SENDING_BEFORE_RESULT, AFTER_RESULT_BEFORE_AUDIT,
	AFTER_AUDIT_BEFORE_RECORD;

	/** Whether the effect has taken place by then. */
	boolean effect() {
		return compareTo(AFTER_SENDING_BEFORE_RESULT) >= 0;
	}

	/** Lets the house die here. */
	void arm(RunHouse house, Runnable die) {
		switch (this) {
			case BEFORE_INTENT -> house.audit.before = (entry) -> when(entry, "step.intended", die);
			case AFTER_INTENT -> house.audit.after = (entry) -> when(entry, "step.intended", die);
			case AFTER_CALL_WAS_ANNOUNCED -> house.shelf.beforeSending = (put, context) -> die.run();
			case AFTER_SENDING_BEFORE_RESULT -> {
				Shelf.Sending sending = house.shelf.sending;
				house.shelf.sending = (put, context) -> {
					sending.during(put, context);
					die.run();
				};
			}
			case AFTER_RESULT_BEFORE_AUDIT -> house.audit.before = (entry) -> when(entry, "step.outcome", die);
			case AFTER_AUDIT_BEFORE_RECORD -> house.audit.after = (entry) -> when(entry, "step.outcome", die);
		}
	}

	private static void when(AuditEntry entry, String action, Runnable die) {
		if (entry.action().equals(action)) {
			die.run();
		}
	}

}
