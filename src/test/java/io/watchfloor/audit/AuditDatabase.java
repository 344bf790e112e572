package io.watchfloor.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on a real server, with this module's tables. */
public final class AuditDatabase {

	private static final String TEMPLATE = "audit_template";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final EmbeddedPostgres SERVER = start();

	private final String name = "audit_" + NUMBER.incrementAndGet();

	public AuditDatabase() {
		execute(SERVER.getPostgresDatabase(), "create database " + this.name + " template " + TEMPLATE);
	}

	/** Opens a new connection whenever asked. */
	public DataSource source() {
		return SERVER.getDatabase("postgres", this.name);
	}

	/** The same database through another port. */
	public DataSource source(int port) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setServerNames(new String[] { "localhost" });
		source.setPortNumbers(new int[] { port });
		source.setDatabaseName(this.name);
		source.setUser("postgres");
		source.setConnectTimeout(1);
		return source;
	}

	public int port() {
		return SERVER.getPort();
	}

	public String url() {
		return SERVER.getJdbcUrl("postgres", this.name);
	}

	/** Runs it as the table's owner. */
	public void execute(String sql) {
		execute(source(), sql);
	}

	/** What somebody with the owner's password can do: the triggers put aside. */
	public void tamper(String sql) {
		execute("alter table audit.record disable trigger all; " + sql
				+ "; alter table audit.record enable always trigger only_grows;"
				+ " alter table audit.record enable always trigger chained");
	}

	private static void execute(DataSource source, String sql) {
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException refused) {
			throw new IllegalStateException(refused.getMessage(), refused);
		}
	}

	private static EmbeddedPostgres start() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder().start();
			execute(server.getPostgresDatabase(), "create database " + TEMPLATE);
			Flyway.configure()
				.dataSource(server.getDatabase("postgres", TEMPLATE))
				.schemas("audit")
				.locations("classpath:db/migration/audit")
				.load()
				.migrate();
			return server;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
