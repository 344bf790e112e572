package io.watchfloor.audit;

import java.nio.file.Path;
import java.time.Duration;

import io.watchfloor.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AuditWatchTests {

	@TempDir
	private Path folder;

	private final AuditDatabase database = new AuditDatabase();

	private final MutableClock clock = MutableClock.at("2026-11-21T03:00:00Z");

	@AfterEach
	void close() throws Exception {
		this.database.close();
	}

	@Test
	void aShortChainThatHasGrownIsVerifiedAgainWithinMinutes() {
		try (AuditFixture console = new AuditFixture(this.database.source(), this.folder, AuditFixture.SETTINGS,
				this.clock)) {
			AuditWatch watch = console.watch();
			watch.look();
			assertThat(verified(console)).isZero();
			console.log().append(AuditFixture.entry("redis.flush"));
			watch.look();
			assertThat(verified(console)).isZero();
			this.clock.advance(Duration.ofMinutes(3));
			watch.look();
			assertThat(verified(console)).isOne();
		}
	}

	private static long verified(AuditFixture console) {
		return console.state.last().orElseThrow().records();
	}

}
