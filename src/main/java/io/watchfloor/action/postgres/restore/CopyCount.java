package io.watchfloor.action.postgres.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Counts the rows of a dump's data as it streams by; one line is one row. */
final class CopyCount {

	private static final Pattern COPY = Pattern.compile("COPY (.+) \\([^()]*\\) FROM stdin;");

	private CopyCount() {
	}

	static SortedMap<String, Long> of(BufferedReader data) throws IOException {
		SortedMap<String, Long> rows = new TreeMap<>();
		@Nullable String table = null;
		for (String line = data.readLine(); line != null; line = data.readLine()) {
			if (table == null) {
				Matcher copy = COPY.matcher(line);
				if (copy.matches()) {
					table = copy.group(1);
					rows.putIfAbsent(table, 0L);
				}
			}
			else if (line.equals("\\.")) {
				table = null;
			}
			else {
				rows.merge(table, 1L, Long::sum);
			}
		}
		return rows;
	}

}
