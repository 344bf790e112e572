package io.watchfloor.audit;

/** The append-only log. */
public interface AuditLog {

	/**
	 * Appends and returns when the record is durable. Many callers share one commit.
	 * @return the record's sequence
	 * @throws io.watchfloor.kernel.Problem with category {@code UNREACHABLE} when the log
	 * cannot be written; then nothing that changes a target may start (law 1)
	 */
	long append(AuditEntry entry);

	/** Whether the last append, if any, succeeded and the store answers. */
	boolean writable();

}
