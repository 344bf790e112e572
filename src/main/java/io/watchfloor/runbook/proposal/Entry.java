package io.watchfloor.runbook.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A fact of a document as an entry of {@code system.yaml}.
 *
 * @param list which list it belongs to
 * @param naming the fields that tell which entry it is
 * @param fields all fields, in the file's order
 * @param line where the document says so
 * @param trouble why it cannot be written; null when it can
 */
record Entry(String list, List<String> naming, Map<String, Object> fields, int line, @Nullable String trouble) {

	Entry {
		fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	/** Whether an entry of the file is about the same thing. */
	boolean names(Map<String, String> other) {
		return this.naming.stream()
			.allMatch((field) -> String.valueOf(this.fields.get(field))
				.strip()
				.equalsIgnoreCase(String.valueOf(other.get(field)).strip()));
	}

}
