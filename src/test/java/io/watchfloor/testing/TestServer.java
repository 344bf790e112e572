package io.watchfloor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.watchfloor.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The one PostgreSQL of this test process, with a migrated template to copy from. */
final class TestServer {

	private static final String TEMPLATE = "migrated";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final EmbeddedPostgres SERVER = start();

	private TestServer() {
	}

	private static EmbeddedPostgres start() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setServerConfig("fsync", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("synchronous_commit", "on")
				.start();
			execute(server, "create database " + TEMPLATE);
			Migrations.apply(server.getDatabase("postgres", TEMPLATE));
			return server;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Creates a database that holds every module's empty tables. */
	static synchronized String freshDatabase() {
		String name = "test_" + NUMBER.incrementAndGet();
		execute(SERVER, "create database " + name + " template " + TEMPLATE);
		return name;
	}

	static void drop(String name) {
		execute(SERVER, "drop database if exists " + name + " with (force)");
	}

	static EmbeddedPostgres server() {
		return SERVER;
	}

	private static void execute(EmbeddedPostgres server, String sql) {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException failure) {
			throw new IllegalStateException(sql, failure);
		}
	}

}
