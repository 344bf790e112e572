package io.watchfloor.run;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.kernel.Problem;

/** A log that a test can stop. */
class FakeAudit implements AuditLog {

	private static final Set<String> RESULTS = Set.of("INTENDED", "SUCCEEDED", "FAILED", "REFUSED", "UNKNOWN");

	final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

	/** Says no at the next append, though it looked fine. */
	volatile boolean failsUnexpectedly;

	volatile boolean down;

	/** Hears every entry just before it is durable. */
	volatile Consumer<AuditEntry> before = (entry) -> {
	};

	/** Hears every entry once it is durable. */
	volatile Consumer<AuditEntry> after = (entry) -> {
	};

	@Override
	public synchronized long append(AuditEntry entry) {
		if (this.down || this.failsUnexpectedly) {
			throw new Problem(Problem.Category.UNREACHABLE, "The audit log cannot be written. Start the store.");
		}
		if (!RESULTS.contains(entry.result())) {
			throw new IllegalArgumentException("The real log takes no result " + entry.result());
		}
		this.before.accept(entry);
		this.entries.add(entry);
		this.after.accept(entry);
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
