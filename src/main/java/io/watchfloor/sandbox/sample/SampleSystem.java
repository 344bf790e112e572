package io.watchfloor.sandbox.sample;

import java.util.Optional;

import io.watchfloor.catalog.SystemId;

/** A system that the sandbox can stand in for. */
public enum SampleSystem {

	/** Customer Success MCP: customers, health scores, tickets. */
	CUSTOMER_SUCCESS("customer-success-mcp", "Customer Success MCP", "cs_mcp_prod", "cs_mcp", "health_score:",
			"health scores", "select customer_key from customers order by id",
			"select health_score from customers where customer_key = ?",
			"update customers set last_seen_at = now() where customer_key = ?"),

	/** OrderDesk MCP: orders, products, synchronisation. */
	ORDERDESK("orderdesk-mcp", "OrderDesk MCP", "orderdesk_production", "orderdesk", "product:", "product entries",
			"select sku from products order by id", "select price_cents from products where sku = ?",
			"update products set looked_at = now() where sku = ?");

	private final String id;

	private final String label;

	private final String database;

	private final String owner;

	private final String cachePrefix;

	private final String cachedThings;

	private final String keysQuery;

	private final String valueQuery;

	private final String touchStatement;

	SampleSystem(String id, String label, String database, String owner, String cachePrefix, String cachedThings,
			String keysQuery, String valueQuery, String touchStatement) {
		this.id = id;
		this.label = label;
		this.database = database;
		this.owner = owner;
		this.cachePrefix = cachePrefix;
		this.cachedThings = cachedThings;
		this.keysQuery = keysQuery;
		this.valueQuery = valueQuery;
		this.touchStatement = touchStatement;
	}

	/** Finds the stand-in for a system of the catalog. */
	public static Optional<SampleSystem> of(SystemId id) {
		for (SampleSystem system : values()) {
			if (system.id.equals(id.value())) {
				return Optional.of(system);
			}
		}
		return Optional.empty();
	}

	/** The system's id in the catalog. */
	public SystemId id() {
		return new SystemId(this.id);
	}

	/** The name that people use. */
	public String label() {
		return this.label;
	}

	/** The database's name, as in production. */
	public String database() {
		return this.database;
	}

	/** The role that owns the tables; the console's actions sign in with it. */
	public String owner() {
		return this.owner;
	}

	/** The role of the application; only so many connections are allowed to it. */
	public String applicationRole() {
		return this.owner + "_app";
	}

	/** What the keys begin with that the application computes and caches. */
	public String cachePrefix() {
		return this.cachePrefix;
	}

	/** What these keys hold, in words. */
	public String cachedThings() {
		return this.cachedThings;
	}

	/** Selects the keys of everything that is cached. */
	public String keysQuery() {
		return this.keysQuery;
	}

	/** Selects the number behind one key. */
	public String valueQuery() {
		return this.valueQuery;
	}

	/** Notes in the database that one key was looked at. */
	public String touchStatement() {
		return this.touchStatement;
	}

	/** The script that makes the tables, on the class path. */
	public String script() {
		return "/sandbox/" + this.id + ".sql";
	}

}
