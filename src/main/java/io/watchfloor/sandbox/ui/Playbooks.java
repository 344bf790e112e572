package io.watchfloor.sandbox.ui;

import java.util.Locale;
import java.util.Optional;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.sandbox.sample.SampleSystem;

/** Which procedure of the shipped catalog is walked against a fault. */
final class Playbooks {

	private static final Playbook LATENCY = new Playbook("database.md", "High latency");

	private static final Playbook CONNECTIONS = new Playbook("database.md", "Database connection failure");

	private static final Playbook CACHE = new Playbook("cache.md", "Stale or failing Redis cache");

	private static final Playbook CACHE_NODE = new Playbook("cache.md", "The Redis node does not answer");

	private static final Playbook SERVICE = new Playbook("service.md", "The service is down or unwell");

	private static final Playbook DOWN = new Playbook("incidents.md", "P0: the service is down");

	private static final Playbook ERRORS = new Playbook("incidents.md", "P1: many errors");

	private static final Playbook DATABASE = new Playbook("incidents.md", "P1: the database is slow or full");

	private static final Playbook CACHE_ISSUES = new Playbook("incidents.md", "P2: cache issues");

	private static final Playbook DISK = new Playbook("incidents.md", "P2: the disk is nearly full");

	private Playbooks() {
	}

	/**
	 * The procedure against the fault; empty for a system that the catalog does not ship.
	 */
	static Optional<Playbook> against(FaultKind fault, SystemId system) {
		return SampleSystem.of(system).map((known) -> switch (known) {
			case CUSTOMER_SUCCESS -> forCustomerSuccess(fault);
			case ORDERDESK -> forOrderDesk(fault);
		});
	}

	private static Playbook forCustomerSuccess(FaultKind fault) {
		return switch (fault) {
			case SERVICE_DOWN, ERROR_RATE, SLOW_ANSWERS, DISK_NEARLY_FULL -> SERVICE;
			case SLOW_QUERIES, IDLE_IN_TRANSACTION -> LATENCY;
			case CONNECTIONS_EXHAUSTED -> CONNECTIONS;
			case REDIS_STOPPED -> CACHE_NODE;
			case REDIS_KEYS_STALE -> CACHE;
		};
	}

	private static Playbook forOrderDesk(FaultKind fault) {
		return switch (fault) {
			case SERVICE_DOWN -> DOWN;
			case ERROR_RATE, SLOW_ANSWERS -> ERRORS;
			case SLOW_QUERIES, IDLE_IN_TRANSACTION, CONNECTIONS_EXHAUSTED -> DATABASE;
			case REDIS_STOPPED, REDIS_KEYS_STALE -> CACHE_ISSUES;
			case DISK_NEARLY_FULL -> DISK;
		};
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
