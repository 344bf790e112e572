package io.watchfloor.audit.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.vaadin.flow.router.QueryParameters;
import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecord;
import org.jspecify.annotations.Nullable;

/**
 * The filter and the open record as they stand in the address, so that a reload or a
 * colleague sees the same.
 */
final class AuditAddress {

	private AuditAddress() {
	}

	static AuditFilter read(QueryParameters query) {
		return new AuditFilter(text(query, "q"), text(query, "action"), text(query, "result"), instant(query, "from"),
				instant(query, "until"));
	}

	/** The record that is open; empty without one. */
	static OptionalLong selected(QueryParameters query) {
		String text = text(query, "record");
		return text.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
	}

	static QueryParameters write(AuditFilter filter, @Nullable AuditRecord selected) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		put(query, "q", filter.text());
		put(query, "action", filter.action());
		put(query, "result", filter.result());
		put(query, "from", (filter.from() != null) ? filter.from().toString() : "");
		put(query, "until", (filter.until() != null) ? filter.until().toString() : "");
		put(query, "record", (selected != null) ? Long.toString(selected.sequence()) : "");
		return new QueryParameters(query);
	}

	private static void put(Map<String, List<String>> query, String name, String value) {
		if (!value.isEmpty()) {
			query.put(name, List.of(value));
		}
	}

	private static String text(QueryParameters query, String name) {
		return query.getSingleParameter(name).orElse("");
	}

	private static @Nullable Instant instant(QueryParameters query, String name) {
		try {
			String text = text(query, name);
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (DateTimeException malformed) {
			return null;
		}
	}

}
