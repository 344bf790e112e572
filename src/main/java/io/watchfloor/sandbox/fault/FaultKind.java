package io.watchfloor.sandbox.fault;

import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum FaultKind {

	/** Nobody listens. */
	SERVICE_DOWN("Service down", "The application stops listening; whoever calls is refused.",
			"restart the application"),
	/** Some calls fail. */
	ERROR_RATE("Error rate", "Two calls in five end with status 500, and the error counters climb.",
			"restart the application"),
	/** Everything takes longer. */
	SLOW_ANSWERS("Slow answers",
			"Every answer except the metrics is held back for two seconds; the application's health says degraded.",
			"restart the application"),
	/** Somebody's queries take for ever. */
	SLOW_QUERIES("Slow queries",
			"One query runs for a quarter of an hour, and a report repeats a query of two seconds.",
			"list activity, end the reports that run"),
	/** A transaction stays open. */
	IDLE_IN_TRANSACTION("Idle in transaction",
			"A connection changes a row and then does nothing; its lock stays, and vacuum cannot clean up behind it.",
			"list activity, end the session that sits in a transaction"),
	/** No connection is left. */
	CONNECTIONS_EXHAUSTED("Connections exhausted",
			"A leak takes every connection that the application's role may have; the application's own calls fail.",
			"list activity, end the sessions that sit in a transaction"),
	/** Redis is gone. */
	REDIS_STOPPED("Redis stopped", "The Redis process ends. The application goes on without its cache, slower.",
			"restart Redis"),
	/** Redis holds what is out of date. */
	REDIS_KEYS_STALE("Redis keys stale",
			"Thousands of cached entries are days old. The application refuses them and never replaces them: "
					+ "its health says degraded and the hit rate falls.",
			"delete the keys by pattern"),
	/** Hardly any disk is left. */
	DISK_NEARLY_FULL("Disk nearly full",
			"A forgotten log takes the application's disk area (16 MB, not this machine's disk) to 96 %.",
			"remove what was left behind, or start on a new disk");

	private final String label;

	private final String description;

	private final String cure;

	FaultKind(String label, String description, String cure) {
		this.label = label;
		this.description = description;
		this.cure = cure;
	}

	/** Finds it by the text in an address. */
	public static Optional<FaultKind> of(String slug) {
		for (FaultKind kind : values()) {
			if (kind.slug().equals(slug)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}

	/** The text in addresses: {@code redis-keys-stale}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The name that people see. */
	public String label() {
		return this.label;
	}

	/** What happens, plainly. */
	public String description() {
		return this.description;
	}

	/** What cures it, plainly. */
	public String cure() {
		return this.cure;
	}

}
