package io.watchfloor.audit;

import java.util.List;
import java.util.Optional;

/**
 * Reads the log. Pages by sequence, so that the last page costs as little as the first.
 */
public interface RecordSource {

	/** Where the chain stands. */
	ChainHead head();

	/**
	 * At most {@code limit} records after a sequence, up to another one, oldest first.
	 */
	List<AuditRecord> after(long sequence, long last, int limit);

	/** At most {@code limit} matching records before a sequence, newest first. */
	List<AuditRecord> before(long sequence, AuditFilter filter, int skip, int limit);

	/** How many match up to a sequence; counting ends at {@code most}. */
	int count(long last, AuditFilter filter, int most);

	/** One record. */
	Optional<AuditRecord> find(long sequence);

	/** The actions that occur, in alphabetical order. */
	List<String> actions();

}
