package io.watchfloor.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.kernel.Problem;

/** A log that a test can stop. */
class FakeAudit implements AuditLog {

	final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

	/** Says no at the next append, though it looked fine. */
	volatile boolean failsUnexpectedly;

	volatile boolean down;

	@Override
	public synchronized long append(AuditEntry entry) {
		if (this.down || this.failsUnexpectedly) {
			throw new Problem(Problem.Category.UNREACHABLE, "The audit log cannot be written. Start the store.");
		}
		this.entries.add(entry);
		return this.entries.size();
	}

	@Override
	public boolean writable() {
		return !this.down;
	}

	List<String> actions() {
		return this.entries.stream().map(AuditEntry::action).toList();
	}

}
