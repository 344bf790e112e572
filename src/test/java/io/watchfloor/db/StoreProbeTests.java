package io.watchfloor.db;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.watchfloor.testing.CuttableLine;
import io.watchfloor.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoreProbeTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@TempDir
	Path folder;

	private TestStore database;

	private CuttableLine line;

	private StoreProbe probe;

	@BeforeEach
	void watch() throws IOException {
		this.database = TestStore.create();
		this.line = new CuttableLine(this.database.port());
		DatabaseSettings settings = new DatabaseSettings(this.database.jdbcUrlThrough(this.line), null, null,
				Duration.ZERO, 4);
		try (DataFolder data = DataFolder.open(this.folder)) {
			this.probe = new StoreProbe(Store.open(settings, data));
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

}
