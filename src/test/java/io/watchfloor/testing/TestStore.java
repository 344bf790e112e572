package io.watchfloor.testing;

import javax.sql.DataSource;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A fresh database with every module's tables, for tests that need no Spring. */
public final class TestStore implements AutoCloseable {

	private final String name = TestServer.freshDatabase();

	private final DataSource dataSource = TestServer.server().getDatabase("postgres", this.name);

	private final DSLContext jooq = DSL.using(this.dataSource, SQLDialect.POSTGRES);

	/** Creates one; the first in a test process takes some seconds. */
	public static TestStore create() {
		return new TestStore();
	}

	/** What PostgreSQL calls it. */
	public String name() {
		return this.name;
	}

	/** For statements, each in a transaction of its own unless the test opens one. */
	public DSLContext jooq() {
		return this.jooq;
	}

	/** For what wants connections; not pooled. */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/** For what wants an address, with user and password in it. */
	public String jdbcUrl() {
		return TestServer.server().getJdbcUrl("postgres", this.name);
	}

	/** The server's port, to put a {@link CuttableLine} before it. */
	public int port() {
		return TestServer.server().getPort();
	}

	/** The same database through another port, with the user in it. */
	public String jdbcUrlThrough(CuttableLine line) {
		return jdbcUrl().replace(":" + port() + "/", ":" + line.port() + "/");
	}

	/** Drops it, with whoever is still connected. */
	@Override
	public void close() {
		TestServer.drop(this.name);
	}

}
