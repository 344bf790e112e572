package io.watchfloor.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.CuttableLine;
import io.watchfloor.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class StoreProbeTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@TempDir
	Path folder;

	private TestStore database;

	private CuttableLine line;

	private Store store;

	private StoreProbe probe;

	@BeforeEach
	void watch() throws IOException {
		this.database = TestStore.create();
		this.line = new CuttableLine(this.database.port());
		DatabaseSettings settings = new DatabaseSettings(this.database.jdbcUrlThrough(this.line), null, null,
				Duration.ZERO, 4);
		try (DataFolder data = DataFolder.open(this.folder)) {
			this.store = Store.open(settings, data);
			this.probe = new StoreProbe(this.store);
		}
	}

	@AfterEach
	void leave() {
		this.probe.close();
		this.line.close();
		this.database.close();
	}

	@Test
	void noticesADatabaseThatHangsUpAndComesBack() {
		assertThat(this.probe.trouble()).isEmpty();
		this.line.cut();
		await().atMost(SOON).until(() -> !this.probe.available());
		assertThat(this.probe.trouble().orElseThrow()).contains("does not answer", "goes on by itself")
			.contains(":" + this.line.port() + "/");
		this.line.mend();
		await().atMost(SOON).until(this.probe::available);
	}

	@Test
	void noticesADatabaseThatSaysNothingAnyMore() {
		this.line.swallow();
		await().atMost(SOON).until(() -> !this.probe.available());
		this.line.mend();
		await().atMost(SOON).until(this.probe::available);
	}

	@Test
	void looksAtOnceWhenSomebodySuspectsIt() {
		this.line.cut();
		this.probe.suspect();
		await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofMillis(900)).until(() -> !this.probe.available());
	}

	@Test
	void takesAStandbyForTrouble() {
		this.database.jooq()
			.execute("alter database " + this.database.name() + " set default_transaction_read_only = on");
		this.line.cut();
		this.line.mend();
		await().atMost(SOON).until(() -> this.probe.trouble().orElse("").contains("is read-only"));
	}

	@Test
	void nobodyWaitsForAConnectionWhileTheDatabaseIsKnownToBeAway() throws SQLException {
		try (HikariDataSource pool = this.store.pool(4, this.probe::away)) {
			this.line.cut();
			await().atMost(SOON).until(this.probe::away);
			long start = System.nanoTime();
			assertThatExceptionOfType(SQLException.class).isThrownBy(pool::getConnection)
				.satisfies((refused) -> assertThat(Problem.in(new IllegalStateException(refused)).orElseThrow())
					.hasMessageContaining("does not answer"));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
			this.line.mend();
			await().atMost(SOON).until(() -> !this.probe.away());
			pool.getConnection().close();
		}
	}

}
