package io.watchfloor.action.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.Session;

/** One connection; every method throws a Problem for the server's trouble. */
class PostgresSession implements Session {

	private final Connection connection;

	private final String address;

	PostgresSession(Connection connection, String address) {
		this.connection = connection;
		this.address = address;
	}

	/** Host, port and database. */
	@Override
	public String address() {
		return this.address;
	}

	/** What was asked, and of whom. */
	String source(String sql) {
		return sql.strip().replaceAll("\\s+", " ") + " at " + this.address;
	}

	/** Rows by column; a null is empty text. */
	List<Map<String, String>> rows(String sql, Object... parameters) {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int number = 0; number < parameters.length; number++) {
				statement.setObject(number + 1, parameters[number]);
			}
			try (ResultSet results = statement.executeQuery()) {
				return read(results);
			}
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	/** A statement as it stands, with as many rows as wanted at most. */
	List<Map<String, String>> asWritten(String sql, int most) {
		try (Statement statement = this.connection.createStatement()) {
			statement.setMaxRows(most);
			try (ResultSet results = statement.executeQuery(sql)) {
				return read(results);
			}
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	private static List<Map<String, String>> read(ResultSet results) throws SQLException {
		List<Map<String, String>> rows = new ArrayList<>();
		while (results.next()) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
				String name = results.getMetaData().getColumnLabel(column);
				row.put(row.containsKey(name) ? name + " " + column : name,
						Objects.requireNonNullElse(results.getString(column), ""));
			}
			rows.add(row);
		}
		return rows;
	}

	/**
	 * Runs a statement of a run. The server's notices become its output, and a wish to
	 * stop cancels the statement on the server.
	 */
	void execute(String sql, RunContext context) {
		try (Statement statement = this.connection.createStatement();
				StatementWatch _ = StatementWatch.over(statement, context)) {
			statement.execute(sql);
			for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
				context.output(String.valueOf(notice.getMessage()));
			}
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	/** 150015 for 15.15. */
	int version() {
		return Integer.parseInt(rows("SHOW server_version_num").getFirst().values().iterator().next());
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException gone) {
			// it is closed either way
		}
	}

}
