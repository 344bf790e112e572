package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

	@Test
	void whoHasNoPasswordReadsNothingAndTheProcessListDoesNotTellIt() throws IOException {
		try (RedisServer server = RedisServer.start(RedisProgram.find(this.folder), this.folder)) {
			assertThat(said(server, "DBSIZE")).startsWith("-NOAUTH");
			assertThat(said(server, "AUTH " + server.password().value())).startsWith("+OK");
			assertThat(ProcessHandle.allProcesses()
				.map((process) -> process.info().commandLine().orElse(""))
				.filter((line) -> line.contains(this.folder.toString()))).isNotEmpty()
				.noneMatch((line) -> line.contains(server.password().value()));
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve("redis.conf"))))
				.isEqualTo("rw-------");
		}
	}

	private static String said(RedisServer server, String command) throws IOException {
		URI address = URI.create(server.url());
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII) + new String(
					socket.getInputStream().readNBytes(socket.getInputStream().available()), StandardCharsets.US_ASCII);
		}
	}

}
