package io.watchfloor.action.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The answer to INFO, read. */
record ServerInfo(Map<String, String> properties) {

	static ServerInfo parse(String text) {
		return parse(text.lines().toList());
	}

	static ServerInfo parse(List<String> lines) {
		Map<String, String> properties = new LinkedHashMap<>();
		for (String line : lines) {
			int colon = line.indexOf(':');
			if (colon > 0 && !line.startsWith("#")) {
				properties.put(line.substring(0, colon), line.substring(colon + 1).strip());
			}
		}
		return new ServerInfo(properties);
	}

	/** A whole number; -1 when absent or not one. */
	long number(String property) {
		try {
			return Long.parseLong(this.properties.getOrDefault(property, ""));
		}
		catch (NumberFormatException notNumber) {
			return -1;
		}
	}

	/** Hits in a hundred lookups; empty when nothing was looked up. */
	OptionalDouble hitRate() {
		long hits = number("keyspace_hits");
		long misses = number("keyspace_misses");
		return (hits < 0 || misses < 0 || hits + misses == 0) ? OptionalDouble.empty()
				: OptionalDouble.of(100.0 * hits / (hits + misses));
	}

	/** Memory in use, against the limit where there is one. */
	String memory() {
		long used = number("used_memory");
		long limit = number("maxmemory");
		return (limit > 0) ? String.format(Locale.ROOT, "%s of %s in use", Counts.memory(used), Counts.memory(limit))
				: Counts.memory(used) + " in use, without a limit";
	}

	/** The keys of each database that has any, from the section {@code keyspace}. */
	Map<String, Long> keysByDatabase() {
		Map<String, Long> counts = new LinkedHashMap<>();
		this.properties.forEach((name, value) -> {
			if (name.matches("db[0-9]+")) {
				counts.put(name, field(value, "keys"));
			}
		});
		return counts;
	}

	/** How many keys of a database have an expiry. */
	long expiring(String database) {
		return field(this.properties.getOrDefault(database, ""), "expires");
	}

	/** How often a command was called since the server started counting. */
	long calls(String command) {
		return field(this.properties.getOrDefault("cmdstat_" + command, ""), "calls");
	}

	/** A field of {@code keys=5,expires=2}; 0 when absent. */
	private static long field(String value, String name) {
		for (String part : value.split(",", -1)) {
			if (part.startsWith(name + "=")) {
				return Long.parseLong(part.substring(name.length() + 1));
			}
		}
		return 0;
	}

}
