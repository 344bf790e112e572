package io.watchfloor.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import io.watchfloor.db.embedded.EmbeddedServer;

/** The PostgreSQL that this console uses, found to be good enough and up to date. */
final class Store implements AutoCloseable {

	private final DatabaseAddress address;

	private final @Nullable EmbeddedServer server;

	private Store(DatabaseAddress address, @Nullable EmbeddedServer server) {
		this.address = address;
		this.server = server;
	}

	static Store open(DatabaseSettings settings, DataFolder data) {
		EmbeddedServer server = settings.embedded() ? EmbeddedServer.start(data) : null;
		DatabaseAddress address = (server != null) ? server.address() : settings.address();
		Store store = new Store(address, server);
		new FirstConnection(store).await(settings.patience());
		return store;
	}

	/** A pool that gives up soon: a page that waits for a dead database helps nobody. */
	HikariDataSource pool(int connections, BooleanSupplier away) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("store");
		config.setJdbcUrl(this.address.jdbcUrl());
		config.setUsername(this.address.user());
		config.setPassword(this.address.password());
		config.setMaximumPoolSize(connections);
		config.setMinimumIdle(2);
		config.setConnectionTimeout(3000);
		config.setInitializationFailTimeout(-1);
		config.setConnectionInitSql(IdleTransactions.LIMIT);
		timeouts(Duration.ofSeconds(3), Duration.ofMinutes(1))
			.forEach((name, value) -> config.addDataSourceProperty(name.toString(), value));
		HikariDataSource pool = new StorePool(config, away);
		Migrations.apply(pool);
		return pool;
	}

	/** One connection outside the pool, for looking whether the server is there. */
	Connection connect(Duration timeout) throws SQLException {
		Properties properties = timeouts(timeout, timeout);
		if (this.address.user() != null) {
			properties.setProperty("user", this.address.user());
		}
		if (this.address.password() != null) {
			properties.setProperty("password", this.address.password());
		}
		return DriverManager.getConnection(this.address.jdbcUrl(), properties);
	}

	private static Properties timeouts(Duration connect, Duration answer) {
		Properties properties = new Properties();
		properties.setProperty("connectTimeout", Long.toString(connect.toSeconds()));
		properties.setProperty("loginTimeout", Long.toString(connect.toSeconds()));
		properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("ApplicationName", "watchfloor");
		return properties;
	}

	/** Where it is, fit to be shown. */
	String where() {
		return this.address.shown();
	}

	/**
	 * Starts an embedded server again that has died; another one is not ours to start.
	 */
	void revive() throws IOException {
		if (this.server != null) {
			this.server.revive();
		}
	}

	@Override
	public void close() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

}
