package io.watchfloor.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxServersTests {

	@Test
	void bothSystemsStartWithTheirSampleData(@TempDir Path folder) {
		try (SandboxServers servers = new SandboxServers(folder, Clock.systemUTC(), Duration.ofSeconds(2))) {
			servers.start((running) -> {
			}).join();
			assertThat(servers.installations()).extracting(Installation::runningSystem)
				.allSatisfy((running) -> assertThat(running.cache().size()).isGreaterThan(3_000))
				.hasSize(2);
		}
	}

}
