package io.watchfloor.audit.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.AuditRecords;

/**
 * Pages of the log as it was when they were asked for. The grid speaks of offsets; they
 * become sequences, by arithmetic where nothing is filtered (there are no gaps) and else
 * by remembering where earlier pages ended.
 */
final class AuditPages {

	private final TreeMap<Integer, Long> ends = new TreeMap<>();

	private final AuditRecords records;

	private final AuditFilter filter;

	private final long newest;

	private final int count;

	AuditPages(AuditRecords records, AuditFilter filter) {
		this.records = records;
		this.filter = filter;
		this.newest = records.newest();
		this.count = filter.all() ? Math.toIntExact(this.newest) : records.count(filter, this.newest);
		this.ends.put(0, this.newest + 1);
	}

	int count() {
		return this.count;
	}

	/** Whether there may be more than are shown. */
	boolean cut() {
		return !this.filter.all() && this.count == AuditRecords.MOST;
	}

	CallbackDataProvider<AuditRecord, Void> provider() {
		return new CallbackDataProvider<>(this::fetch, (query) -> this.count, AuditRecord::sequence);
	}

	private Stream<AuditRecord> fetch(Query<AuditRecord, Void> query) {
		int offset = query.getOffset();
		int limit = query.getLimit();
		if (this.filter.all()) {
			return this.records.page(this.filter, this.newest - offset + 1, 0, limit).stream();
		}
		Map.Entry<Integer, Long> end = this.ends.floorEntry(offset);
		List<AuditRecord> page = this.records.page(this.filter, end.getValue(), offset - end.getKey(), limit);
		if (!page.isEmpty()) {
			this.ends.put(offset + page.size(), page.getLast().sequence());
		}
		return page.stream();
	}

}
