package io.watchfloor.action.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.Session;
import io.watchfloor.kernel.Problem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One connection; every method throws a Problem for the server's trouble. */
public class PostgresSession implements Session {

	/**
	 * Types whose cells psql sets to the right. By number: to give a type's name the
	 * driver would ask the server, a statement that nobody wrote.
	 */
	private static final Set<Integer> NUMERIC = Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL,
			Types.DOUBLE, Types.NUMERIC, Types.DECIMAL);

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
	public String source(String sql) {
		return sql.strip().replaceAll("\\s+", " ") + " at " + this.address;
	}

	/** Rows by column; a null is empty text. */
	public List<Map<String, String>> rows(String sql, Object... parameters) {
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
	Rows asWritten(String sql, int most) {
		try (Statement statement = this.connection.createStatement()) {
			statement.setMaxRows(most);
			statement.setEscapeProcessing(false);
			try (ResultSet results = statement.executeQuery(sql)) {
				return all(results);
			}
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	private static Rows all(ResultSet results) throws SQLException {
		ResultSetMetaData about = results.getMetaData();
		List<String> columns = new ArrayList<>();
		List<Boolean> numeric = new ArrayList<>();
		for (int column = 1; column <= about.getColumnCount(); column++) {
			columns.add(about.getColumnLabel(column));
			numeric.add(NUMERIC.contains(about.getColumnType(column)));
		}
		List<List<String>> rows = new ArrayList<>();
		while (results.next()) {
			List<String> row = new ArrayList<>();
			for (int column = 1; column <= columns.size(); column++) {
				row.add(Objects.requireNonNullElse(results.getString(column), ""));
			}
			rows.add(List.copyOf(row));
		}
		return new Rows(List.copyOf(columns), List.copyOf(numeric), List.copyOf(rows));
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
	public void execute(String sql, RunContext context) {
		try (Statement statement = this.connection.createStatement();
				StatementWatch _ = StatementWatch.over(statement, context)) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
			for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
				context.output(String.valueOf(notice.getMessage()));
			}
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	/**
	 * Sends the rows of a {@code COPY … FROM stdin}, in its text format; all or none
	 * count.
	 */
	public void copy(String sql, Iterator<String> rows, RunContext context) {
		try {
			CopyIn copy = this.connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
			try {
				while (rows.hasNext() && !context.cancelled()) {
					byte[] row = (rows.next() + "\n").getBytes(StandardCharsets.UTF_8);
					copy.writeToCopy(row, 0, row.length);
				}
				if (context.cancelled()) {
					throw new Problem(Problem.Category.TARGET_SAID_NO, "Stopped on request.");
				}
				copy.endCopy();
			}
			finally {
				if (copy.isActive()) {
					copy.cancelCopy();
				}
			}
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	/**
	 * Runs a statement in a transaction of its own and takes it back when it touches
	 * another number of rows.
	 * @return how many it touched
	 */
	long executeExactly(String sql, long rows, RunContext context) {
		try (Statement statement = this.connection.createStatement();
				StatementWatch _ = StatementWatch.over(statement, context)) {
			statement.setEscapeProcessing(false);
			this.connection.setAutoCommit(false);
			long touched = statement.executeLargeUpdate(sql);
			if (touched == rows) {
				this.connection.commit();
			}
			else {
				this.connection.rollback();
			}
			this.connection.setAutoCommit(true);
			return touched;
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	/** Ends a transaction that failed, so that the next look starts anew. */
	void forget() {
		try {
			this.connection.rollback();
		}
		catch (SQLException trouble) {
			throw PostgresTrouble.of(trouble, this.address);
		}
	}

	/** 150015 for 15.15. */
	public int version() {
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
