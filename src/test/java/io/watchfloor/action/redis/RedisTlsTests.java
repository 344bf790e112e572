package io.watchfloor.action.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RedisTlsTests {

	@TempDir
	private Path folder;

	private int port;

	private LiveRedis redis;

	private Actions actions;

	@BeforeEach
	void start() throws Exception {
		certificate();
		this.port = LiveRedis.freePort();
		this.redis = new LiveRedis("--tls-port", "" + this.port, "--tls-cert-file", file("server.pem"),
				"--tls-key-file", file("server.key"), "--tls-ca-cert-file", file("server.pem"), "--tls-auth-clients",
				"no");
		this.actions = Connectors.of(RedisReadTests.handlers(this.redis.servers));
	}

	/** One that vouches for itself and for this machine only. */
	private void certificate() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(RealServers.require("openssl", "openssl").toString()));
		command.addAll(List.of("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
				"-keyout", file("server.key"), "-out", file("server.pem"), "-days", "2", "-subj", "/CN=localhost",
				"-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("openssl.log").toFile())
			.start();
		assertThat(process.waitFor()).isZero();
	}

	private String file(String name) {
		return this.folder.resolve(name).toString();
	}

	@AfterEach
	void stop() {
		this.redis.close();
	}

	private Reading ping(Map<String, String> settings) {
		return this.actions.read(new Ping(), Targets.target("cache", "redis", settings), RunContext.none());
	}

	@Test
	void aServerBehindTlsAnswersWhenItsCertificateIsTrusted() {
		Reading reading = ping(
				Map.of("url", "rediss://localhost:" + this.port + "/0", "certificates", file("server.pem")));
		assertThat(reading.text()).as(reading.summary()).isEqualTo("PONG");
	}

	@Test
	void aCertificateThatNobodyVouchesForIsNoAnswer() {
		Reading reading = ping(Map.of("url", "rediss://localhost:" + this.port + "/0"));
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("cannot be reached");
	}

	@Test
	void plainTextToATlsPortAndTlsToAPlainPortAreNoAnswer() {
		assertThat(ping(Map.of("url", "redis://localhost:" + this.port + "/0")).known()).isFalse();
		assertThat(ping(
				Map.of("url", "rediss://localhost:" + this.redis.port() + "/0", "certificates", file("server.pem")))
			.known()).isFalse();
	}

	@Test
	void aMissingFileOfCertificatesIsNamed() {
		Reading reading = ping(Map.of("url", "rediss://localhost:" + this.port, "certificates", file("absent.pem")));
		assertThat(reading.summary()).contains("absent.pem").contains("certificates");
	}

}
