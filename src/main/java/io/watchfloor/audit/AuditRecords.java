package io.watchfloor.audit;

import java.util.List;
import java.util.Optional;

import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** The log for those who may read it. */
@Service
public class AuditRecords {

	/** Matching records that are counted and shown; older ones need a narrower search. */
	public static final int MOST = 10_000;

	private final RecordSource source;

	private final Authority authority;

	AuditRecords(RecordSource source, Authority authority) {
		this.source = source;
		this.authority = authority;
	}

	/** The newest sequence; what is appended later does not move the pages below it. */
	public long newest() {
		this.authority.require(Permission.READ_AUDIT);
		return this.source.head().sequence();
	}

	/**
	 * A page of matching records, newest first.
	 * @param before only records with a smaller sequence
	 * @param skip of these, so many are left out; small, or the page gets slow
	 * @param limit the page's size
	 */
	public List<AuditRecord> page(AuditFilter filter, long before, int skip, int limit) {
		this.authority.require(Permission.READ_AUDIT);
		return this.source.before(before, filter, skip, limit);
	}

	/** How many records up to a sequence match, {@link #MOST} at most. */
	public int count(AuditFilter filter, long last) {
		this.authority.require(Permission.READ_AUDIT);
		return this.source.count(last, filter, MOST);
	}

	/** One record by its sequence. */
	public Optional<AuditRecord> find(long sequence) {
		this.authority.require(Permission.READ_AUDIT);
		return this.source.find(sequence);
	}

	/** The actions that occur, in alphabetical order. */
	public List<String> actions() {
		this.authority.require(Permission.READ_AUDIT);
		return this.source.actions();
	}

}
