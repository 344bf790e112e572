package io.watchfloor.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.BooleanSupplier;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The store's connections. While the server is known to be away nobody waits for one: a
 * page then says so at once, instead of after the patience of each of its questions.
 */
final class StorePool extends HikariDataSource {

	private final BooleanSupplier away;

	StorePool(HikariConfig config, BooleanSupplier away) {
		super(config);
		this.away = away;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.away.getAsBoolean()) {
			throw new SQLTransientConnectionException("the database did not answer a moment ago", "08001");
		}
		return super.getConnection();
	}

}
