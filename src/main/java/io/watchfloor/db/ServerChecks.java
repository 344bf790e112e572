package io.watchfloor.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.kernel.Problem.Category;

/**
 * What a server must promise before it may hold the log of who did what: that a commit
 * survives a power cut.
 */
final class ServerChecks {

	/** The oldest major version whose SQL the migrations keep to. */
	static final int OLDEST = 13;

	private ServerChecks() {
	}

	/**
	 * Refuses a server that forgets.
	 * @throws StoreFailure saying what is set, where, and how to mend it
	 */
	static void check(Connection connection, String where) throws SQLException {
		checkVersion(connection.getMetaData().getDatabaseMajorVersion(), where);
		List<String> off = unsafe(connection);
		if (!off.isEmpty()) {
			throw new StoreFailure(Category.TARGET_SAID_NO, "The database %s may lose or tear committed data: %s off."
				.formatted(where, String.join(", ", off) + (off.size() == 1 ? " is" : " are")), mending(off), null);
		}
	}

	static void checkVersion(int version, String where) {
		if (version < OLDEST) {
			throw new StoreFailure(Category.TARGET_SAID_NO,
					"The database %s is PostgreSQL %d; Watchfloor needs %d or newer.".formatted(where, version, OLDEST),
					"Upgrade the server, or use another one with WATCHFLOOR_DATABASE_URL.", null);
		}
	}

	private static List<String> unsafe(Connection connection) throws SQLException {
		List<String> names = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
				select name from pg_settings
				where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
				order by name""")) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

	private static String mending(List<String> off) {
		StringBuilder text = new StringBuilder("Run on the server, as a superuser:");
		off.forEach((name) -> text.append(" alter system set ").append(name).append(" = on;"));
		return text
			.append(" select pg_reload_conf(); and look whether the role or the database overrides it "
					+ "(select * from pg_db_role_setting).")
			.toString();
	}

}
