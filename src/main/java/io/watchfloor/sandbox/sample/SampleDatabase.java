package io.watchfloor.sandbox.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.sandbox.server.LocalSecret;
import io.watchfloor.sandbox.server.PostgresServer;

/**
 * One system's database with its sample tables and its two roles: the owner, with which
 * the console works, and the application, to which only so many connections are allowed.
 */
public final class SampleDatabase {

	/** How many connections the application may hold. */
	public static final int CONNECTION_LIMIT = 20;

	private final PostgresServer server;

	private final SampleSystem system;

	private final LocalSecret password;

	public SampleDatabase(PostgresServer server, SampleSystem system, LocalSecret password) {
		this.server = server;
		this.system = system;
		this.password = password;
	}

	/** Makes the database unless it is there as the script wants it. */
	public void prepare() {
		try (Connection connection = this.server.connectAsSuperuser("postgres")) {
			// The statements hold a password: nobody's statistics shall show them.
			execute(connection, "set pg_stat_statements.track = none");
			makeRoles(connection);
			if (!version(connection).equals(script().version())) {
				create(connection);
			}
		}
		catch (SQLException failure) {
			throw new IllegalStateException("The sandbox's database " + this.system.database() + " cannot be made",
					failure);
		}
	}

	/** Throws everything away, whoever is connected, and makes it again. */
	public void reset() {
		try (Connection connection = this.server.connectAsSuperuser("postgres")) {
			create(connection);
		}
		catch (SQLException failure) {
			throw new IllegalStateException("The sandbox's database " + this.system.database() + " cannot be reset",
					failure);
		}
	}

	private void makeRoles(Connection connection) throws SQLException {
		execute(connection, """
				do $$
				begin
				  if not exists (select from pg_roles where rolname = '%1$s') then
				    create role %1$s;
				    create role %2$s;
				    grant %2$s, pg_monitor, pg_signal_backend to %1$s;
				  end if;
				end $$;
				alter role %1$s login password '%3$s';
				alter role %2$s login connection limit %4$d password '%3$s'""".formatted(this.system.owner(),
				this.system.applicationRole(), this.password.value(), CONNECTION_LIMIT));
	}

	private void create(Connection connection) throws SQLException {
		String database = this.system.database();
		execute(connection, "drop database if exists " + database + " with (force)");
		execute(connection, "create database " + database + " owner " + this.system.owner());
		try (Connection inside = this.server.connectAsSuperuser(database)) {
			execute(inside, "create extension if not exists pg_stat_statements");
			execute(inside, "grant create on schema public to " + this.system.owner());
		}
		try (Connection owner = connectAsOwner()) {
			execute(owner, script().text());
			execute(owner, "grant select, insert, update, delete on all tables in schema public to "
					+ this.system.applicationRole());
		}
		execute(connection, "comment on database " + database + " is '" + script().version() + "'");
	}

	private Connection connectAsOwner() throws SQLException {
		return this.server.connect(this.system.database(), this.system.owner(), this.password.value(), "sandbox");
	}

	private String version(Connection connection) throws SQLException {
		String query = """
				select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = '%s'"""
			.formatted(this.system.database());
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			return rows.next() ? rows.getString(1) : "";
		}
	}

	private Script script() {
		try (InputStream stream = SampleDatabase.class.getResourceAsStream(this.system.script())) {
			byte[] bytes = Objects.requireNonNull(stream, this.system.script()).readAllBytes();
			String text = new String(bytes, StandardCharsets.UTF_8);
			return new Script(text, CanonicalJson.fingerprint(text));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private record Script(String text, String version) {
	}

}
