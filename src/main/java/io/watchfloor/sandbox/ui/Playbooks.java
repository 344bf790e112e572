package io.watchfloor.sandbox.ui;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.sandbox.fault.FaultKind;

/** Which procedure of the shipped catalog is walked against a fault. */
final class Playbooks {

	private static final Playbook LATENCY = new Playbook("database.md", "High latency");

	private static final Playbook CONNECTIONS = new Playbook("database.md", "Database connection failure");

	private static final Playbook CACHE = new Playbook("cache.md", "Stale or failing Redis cache");

	private static final Playbook DOWN = new Playbook("incidents.md", "P0: the service is down");

	private static final Playbook ERRORS = new Playbook("incidents.md", "P1: many errors");

	private static final Playbook CACHE_ISSUES = new Playbook("incidents.md", "P2: cache issues");

	private static final Map<String, Map<FaultKind, Playbook>> SHIPPED = Map.of("customer-success-mcp",
			Map.of(FaultKind.SLOW_QUERIES, LATENCY, FaultKind.IDLE_IN_TRANSACTION, LATENCY,
					FaultKind.CONNECTIONS_EXHAUSTED, CONNECTIONS, FaultKind.REDIS_STOPPED, CACHE,
					FaultKind.REDIS_KEYS_STALE, CACHE),
			"orderdesk-mcp", Map.of(FaultKind.SERVICE_DOWN, DOWN, FaultKind.ERROR_RATE, ERRORS, FaultKind.REDIS_STOPPED,
					CACHE_ISSUES, FaultKind.REDIS_KEYS_STALE, CACHE_ISSUES));

	private Playbooks() {
	}

	/** The procedure against the fault; empty where the catalog ships none. */
	static Optional<Playbook> against(FaultKind fault, SystemId system) {
		return Optional.ofNullable(SHIPPED.getOrDefault(system.value(), Map.of()).get(fault));
	}

	/**
	 * A procedure.
	 *
	 * @param file the runbook's file
	 * @param title the procedure's heading
	 */
	record Playbook(String file, String title) {

		/** Its page. */
		String location(SystemId system) {
			String slug = this.title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
			return "runbooks/" + system + "/" + this.file + "/" + slug;
		}

	}

}
