package io.watchfloor.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.testing.CuttableLine;
import io.watchfloor.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StoreStartTests {

	@TempDir
	Path folder;

	private DataFolder data;

	@BeforeEach
	void holdFolder() {
		this.data = DataFolder.open(this.folder);
	}

	@AfterEach
	void releaseFolder() throws IOException {
		this.data.close();
	}

	@Test
	void saysHowToMendADatabaseThatIsDown() throws IOException {
		StoreFailure failure = refusal("postgresql://somebody:hush@127.0.0.1:" + closedPort() + "/watch");
		assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
		assertThat(failure).hasMessageContaining("/watch does not answer");
		assertThat(failure.mending()).startsWith("Start it, or look at host and port");
		assertThat(failure.getMessage() + failure.mending()).doesNotContain("hush");
	}

	@Test
	void waitsForADatabaseThatIsStillStarting() throws Exception {
		try (TestStore database = TestStore.create(); CuttableLine line = new CuttableLine(database.port())) {
			line.cut();
			CompletableFuture<Store> opening = CompletableFuture
				.supplyAsync(() -> open(database.jdbcUrlThrough(line), Duration.ofSeconds(30)));
			assertThat(opening).isNotDone();
			line.mend();
			assertThat(opening.get(15, TimeUnit.SECONDS).where()).contains(database.name());
		}
	}

	@Test
	void doesNotWaitForADatabaseThatDoesNotExist() {
		try (TestStore database = TestStore.create()) {
			StoreFailure failure = refusal(database.jdbcUrl().replace(database.name(), "nowhere"));
			assertThat(failure.category()).isEqualTo(Category.TARGET_SAID_NO);
			assertThat(failure).hasMessageContaining("database \"nowhere\" does not exist");
		}
	}

	@Test
	void refusesADatabaseThatMayLoseWhatWasCommitted() {
		try (TestStore database = TestStore.create()) {
			database.jooq().execute("alter database " + database.name() + " set synchronous_commit = off");
			StoreFailure failure = refusal(database.jdbcUrl());
			assertThat(failure).hasMessageContaining(database.name())
				.hasMessageContaining("may lose or tear committed data: synchronous_commit is off");
			assertThat(failure.mending()).contains("alter system set synchronous_commit = on;", "pg_reload_conf()");
		}
	}

	@Test
	void namesEverySettingThatIsUnsafe() throws IOException {
		try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
			.setServerConfig("full_page_writes", "off")
			.start()) {
			assertThat(refusal(careless.getJdbcUrl("postgres", "postgres")))
				.hasMessageEndingWith("fsync, full_page_writes, synchronous_commit are off.");
		}
	}

	@Test
	void refusesAServerOlderThanItsSql() {
		assertThatExceptionOfType(StoreFailure.class)
			.isThrownBy(() -> ServerChecks.checkVersion(12, "postgresql://old"))
			.withMessage("The database postgresql://old is PostgreSQL 12; Watchfloor needs 13 or newer.");
	}

	private StoreFailure refusal(String url) {
		return catchThrowableOfType(StoreFailure.class, () -> open(url, Duration.ZERO));
	}

	private Store open(String url, Duration patience) {
		return Store.open(new DatabaseSettings(url, null, null, patience, 4), this.data);
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
