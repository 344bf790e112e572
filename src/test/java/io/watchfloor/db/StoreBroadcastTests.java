package io.watchfloor.db;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.watchfloor.testing.CuttableLine;
import io.watchfloor.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two nodes on one PostgreSQL. */
class StoreBroadcastTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	Path folder;

	private TestStore database;

	private CuttableLine line;

	private StoreBroadcast here;

	private StoreBroadcast there;

	private final List<Optional<String>> heardHere = new CopyOnWriteArrayList<>();

	private final List<Optional<String>> heardThere = new CopyOnWriteArrayList<>();

	@BeforeEach
	void start() throws IOException {
		this.database = TestStore.create();
		this.line = new CuttableLine(this.database.port());
		this.here = node(this.database.jdbcUrl());
		this.there = node(this.database.jdbcUrlThrough(this.line));
		this.here.hear("run", this.heardHere::add);
		this.there.hear("run", this.heardThere::add);
		await().atMost(SOON).until(() -> reaches(this.here, this.heardThere) && reaches(this.there, this.heardHere));
		this.heardHere.clear();
		this.heardThere.clear();
	}

	private StoreBroadcast node(String url) throws IOException {
		try (DataFolder data = DataFolder.open(this.folder)) {
			return new StoreBroadcast(Store.open(new DatabaseSettings(url, null, null, Duration.ZERO, 2), data));
		}
	}

	private static boolean reaches(StoreBroadcast from, List<Optional<String>> heard) {
		from.tell("run", "hello");
		return heard.contains(Optional.of("hello"));
	}

	@AfterEach
	void leave() {
		this.here.close();
		this.there.close();
		this.line.close();
		this.database.close();
	}

	@Test
	void whatOneTellsTheOtherHearsOnceAndItselfNot() {
		this.here.tell("run", "a b");
		this.here.tell("run", "a b");
		this.here.tell("audit", "x");
		this.here.tell("run", "last");
		await().atMost(SOON).until(() -> this.heardThere.contains(Optional.of("last")));
		await().atMost(SOON).until(() -> this.heardThere.contains(Optional.of("a b")));
		assertThat(this.heardThere).filteredOn((what) -> what.equals(Optional.of("a b"))).hasSize(1);
		assertThat(this.heardThere).doesNotContain(Optional.of("x"));
		assertThat(this.heardHere).doesNotContain(Optional.of("a b"), Optional.of("last"));
	}

	@Test
	void aListenerThatFailsKeepsNobodyFromHearing() {
		this.there.hear("run", (_) -> {
			throw new IllegalStateException("broken");
		});
		this.here.tell("run", "1");
		await().atMost(SOON).until(() -> this.heardThere.contains(Optional.of("1")));
		this.here.tell("run", "2");
		await().atMost(SOON).until(() -> this.heardThere.contains(Optional.of("2")));
	}

	@Test
	void whoWasCutOffLooksAgain() {
		this.line.cut();
		this.here.tell("run", "missed");
		this.line.mend();
		await().atMost(SOON).until(() -> this.heardThere.contains(Optional.<String>empty()));
		this.here.tell("run", "after");
		await().atMost(SOON).until(() -> this.heardThere.contains(Optional.of("after")));
	}

}
