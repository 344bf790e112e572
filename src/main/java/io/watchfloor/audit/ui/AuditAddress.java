package io.watchfloor.audit.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.router.QueryParameters;
import io.watchfloor.audit.AuditFilter;
import org.jspecify.annotations.Nullable;

/**
 * The filter as it stands in the address, so that a reload or a colleague sees the same.
 */
final class AuditAddress {

	private AuditAddress() {
	}

	static AuditFilter read(QueryParameters query) {
		return new AuditFilter(text(query, "q"), text(query, "action"), text(query, "result"), instant(query, "from"),
				instant(query, "until"));
	}

	static QueryParameters write(AuditFilter filter) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		put(query, "q", filter.text());
		put(query, "action", filter.action());
		put(query, "result", filter.result());
		put(query, "from", (filter.from() != null) ? filter.from().toString() : "");
		put(query, "until", (filter.until() != null) ? filter.until().toString() : "");
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
