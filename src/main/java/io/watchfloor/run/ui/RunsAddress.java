package io.watchfloor.run.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.router.QueryParameters;
import io.watchfloor.run.RunFilter;
import io.watchfloor.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted, as the address says it: a link shows the same to another person.
 */
final class RunsAddress {

	private RunsAddress() {
	}

	static RunFilter read(QueryParameters query) {
		return new RunFilter(text(query, "q"), text(query, "system"), text(query, "environment"), text(query, "person"),
				state(text(query, "state")),
				date(text(query, "from")).map((day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(null));
	}

	static QueryParameters write(RunFilter filter) {
		Map<String, String> query = new LinkedHashMap<>();
		put(query, "q", filter.text());
		put(query, "system", filter.system());
		put(query, "environment", filter.environment());
		put(query, "person", filter.person());
		put(query, "state", (filter.state() != null) ? filter.state().name().toLowerCase(java.util.Locale.ROOT) : "");
		put(query, "from",
				(filter.from() != null) ? LocalDate.ofInstant(filter.from(), ZoneOffset.UTC).toString() : "");
		return QueryParameters.simple(query);
	}

	private static void put(Map<String, String> query, String name, String value) {
		if (!value.isEmpty()) {
			query.put(name, value);
		}
	}

	private static String text(QueryParameters query, String name) {
		return query.getSingleParameter(name).orElse("");
	}

	private static @Nullable RunState state(String name) {
		return Arrays.stream(RunState.values())
			.filter((state) -> state.name().equalsIgnoreCase(name))
			.findFirst()
			.orElse(null);
	}

	private static Optional<LocalDate> date(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeParseException noDate) {
			return Optional.empty();
		}
	}

}
