package io.watchfloor.sandbox.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import com.zaxxer.hikari.HikariDataSource;
import io.watchfloor.sandbox.sample.SampleDatabase;
import io.watchfloor.sandbox.sample.SampleSystem;
import io.watchfloor.sandbox.server.LocalSecret;
import io.watchfloor.sandbox.server.PostgresServer;

/** The application's pool of connections. */
public final class AppDatabase implements AutoCloseable {

	private static final int WAIT_MILLIS = 2_000;

	private final PostgresServer server;

	private final SampleSystem system;

	private final LocalSecret password;

	private final HikariDataSource pool;

	public AppDatabase(PostgresServer server, SampleSystem system, LocalSecret password) {
		this.server = server;
		this.system = system;
		this.password = password;
		this.pool = new HikariDataSource();
		this.pool.setPoolName("sandbox-" + system.id());
		this.pool.setJdbcUrl(server.url(system.database()));
		this.pool.setUsername(system.applicationRole());
		this.pool.setPassword(password.value());
		this.pool.setMaximumPoolSize(SampleDatabase.CONNECTION_LIMIT);
		this.pool.setMinimumIdle(1);
		this.pool.setIdleTimeout(10_000);
		this.pool.setConnectionTimeout(WAIT_MILLIS);
		this.pool.setInitializationFailTimeout(-1);
		this.pool.addDataSourceProperty("ApplicationName", system.id().value());
		this.pool.addDataSourceProperty("socketTimeout", "10");
	}

	/** The keys of everything that the application caches. */
	public List<String> cachedKeys() throws SQLException {
		try (Connection connection = this.pool.getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(this.system.keysQuery())) {
			List<String> keys = new ArrayList<>();
			while (rows.next()) {
				keys.add(rows.getString(1));
			}
			return keys;
		}
	}

	/** Works out one value, as the application does when its cache has none. */
	public OptionalInt value(String key) throws SQLException {
		try (Connection connection = this.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(this.system.valueQuery())) {
			statement.setString(1, key);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
			}
		}
	}

	/** Notes that one key was looked at: a small write. */
	public void touch(String key) throws SQLException {
		try (Connection connection = this.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(this.system.touchStatement())) {
			// A row that somebody holds must not hold up the application.
			statement.setQueryTimeout(1);
			statement.setString(1, key);
			statement.executeUpdate();
		}
	}

	/**
	 * Asks for an answer.
	 * @throws SQLException when no connection comes within two seconds, or no answer
	 */
	public void ping() throws SQLException {
		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(1);
			statement.execute("select 1");
		}
	}

	/** Takes a connection out of the pool; closing it gives it back. */
	public Connection borrow() throws SQLException {
		return this.pool.getConnection();
	}

	/** Opens a connection beside the pool, with the application's role. */
	public Connection connectBeside(String applicationName) throws SQLException {
		return this.server.connect(this.system.database(), this.system.applicationRole(), this.password.value(),
				applicationName);
	}

	/** How many connections are in use. */
	public int active() {
		var figures = this.pool.getHikariPoolMXBean();
		return (figures != null) ? figures.getActiveConnections() : 0;
	}

	/** Lets go of all idle connections, because their database was made anew. */
	public void forgetIdle() {
		var figures = this.pool.getHikariPoolMXBean();
		if (figures != null) {
			figures.softEvictConnections();
		}
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
