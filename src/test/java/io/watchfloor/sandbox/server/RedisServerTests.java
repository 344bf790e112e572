package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RedisServerTests {

	@TempDir
	Path folder;

	@Test
	void aServerThatAKilledConsoleLeftBehindIsEndedAndItsPortTakenAgain() {
		RedisServer orphan = RedisServer.start(RedisProgram.find(this.folder), this.folder);
		try (RedisServer next = RedisServer.start(RedisProgram.find(this.folder), this.folder)) {
			assertThat(orphan.running()).isFalse();
			assertThat(next.answers()).isTrue();
			assertThat(next.url()).isEqualTo(orphan.url());
		}
	}

	@Test
	void anotherProgramThatGotTheSameProcessIdIsLeftAlone() throws IOException, InterruptedException {
		Process stranger = new ProcessBuilder("sleep", "30").directory(this.folder.toFile()).start();
		try {
			Files.writeString(this.folder.resolve("redis.pid"), Long.toString(stranger.pid()));
			RedisServer.start(RedisProgram.find(this.folder), this.folder).close();
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
		}
	}

	@Test
	void stoppedItRefusesAndStartedItAnswersAtTheSameAddress() {
		try (RedisServer server = RedisServer.start(RedisProgram.find(this.folder), this.folder)) {
			server.stop();
			assertThat(server.answers()).isFalse();
			server.start();
			assertThat(server.answers()).isTrue();
		}
	}

}
