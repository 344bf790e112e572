package io.watchfloor.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.watchfloor.db.DataFolder;
import io.watchfloor.db.DatabaseAddress;
import io.watchfloor.db.StoreFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedServerTests {

	@TempDir
	static Path folder;

	private static DataFolder data;

	private EmbeddedServer server;

	/** One folder for all: creating it takes longer than all of the tests. */
	@BeforeAll
	static void create() {
		data = DataFolder.open(folder.resolve("a folder's name"));
	}

	@BeforeEach
	void start() {
		this.server = EmbeddedServer.start(data);
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	@AfterAll
	static void release() throws IOException {
		data.close();
	}

	@Test
	void isAsDurableAsPostgresqlCanBe() throws SQLException {
		for (String setting : new String[] { "fsync", "full_page_writes", "synchronous_commit", "data_checksums" }) {
			assertThat(ask("show " + setting)).as(setting).isEqualTo("on");
		}
	}

	@Test
	void letsNobodyInWithoutThePassword() throws IOException {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager
				.getConnection(this.server.address().jdbcUrl(), this.server.address().user(), "guessed")
				.close())
			.withMessageContaining("password authentication failed");
		Path password = data.path().resolve("postgres/password");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
	}

	@Test
	void keepsItsDataOverARestart() throws Exception {
		ask("create table kept_1 as select 42 as answer");
		this.server.close();
		this.server = EmbeddedServer.start(data);
		assertThat(ask("select answer from kept_1")).isEqualTo("42");
	}

	@Test
	void takesOverFromAServerThatAKilledConsoleLeftRunning() throws Exception {
		ask("create table kept_2 as select 42 as answer");
		long orphan = postmaster();
		this.server = EmbeddedServer.start(data);
		assertThat(postmaster()).isNotEqualTo(orphan);
		assertThat(ask("select answer from kept_2")).isEqualTo("42");
	}

	@Test
	void survivesAKilledServerWhoseNumberAnotherProgramHas() throws Exception {
		ask("create table kept_3 as select 42 as answer");
		kill(postmaster());
		Path file = cluster().resolve("postmaster.pid");
		String stale = Files.readString(file).replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid()));
		Files.writeString(file, stale);
		this.server = EmbeddedServer.start(data);
		assertThat(ask("select answer from kept_3")).isEqualTo("42");
	}

	@Test
	void isRevivedWhenItHasDied() throws Exception {
		kill(postmaster());
		this.server.revive();
		assertThat(ask("select 42")).isEqualTo("42");
	}

	@Test
	void refusesDataOfAnotherMajorVersion() throws Exception {
		this.server.close();
		Files.writeString(cluster().resolve("PG_VERSION"), "14\n");
		assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> EmbeddedServer.start(data))
			.withMessageContaining("are PostgreSQL 14's; this Watchfloor comes with 15");
		Files.writeString(cluster().resolve("PG_VERSION"), "15\n");
	}

	private Path cluster() {
		return data.path().resolve("postgres/cluster");
	}

	private long postmaster() throws IOException {
		return Long.parseLong(Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst());
	}

	private static void kill(long pid) {
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		process.destroyForcibly();
		process.onExit().join();
	}

	private String ask(String sql) throws SQLException {
		DatabaseAddress address = this.server.address();
		try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			try (ResultSet row = statement.getResultSet()) {
				return row.next() ? row.getString(1) : "";
			}
		}
	}

}
