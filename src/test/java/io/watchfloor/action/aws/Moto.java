package io.watchfloor.action.aws;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.testing.RealServers;
import org.awaitility.Awaitility;

/** The stand-in for AWS that the machine has, on a port of its own. */
public final class Moto implements AutoCloseable {

	private final Process process;

	private final int port;

	/** Starts it. */
	public Moto() throws IOException {
		Path server = RealServers.optional("moto_server", "moto");
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		Path log = Files.createTempFile("moto", ".log");
		this.process = new ProcessBuilder(server.toString(), "-H", "127.0.0.1", "-p", Integer.toString(this.port))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		HttpClient client = HttpClient.newHttpClient();
		Awaitility.await().atMost(60, TimeUnit.SECONDS).ignoreExceptions().until(() -> {
			URI uri = URI.create(url() + "/moto-api/");
			return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() < 500;
		});
	}

	/** Where it listens. */
	public String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** A target there, with further settings. */
	public Target target(String... settings) {
		Map<String, String> all = new java.util.TreeMap<>(Map.of("region", "us-east-1", "endpoint", url()));
		for (int i = 0; i < settings.length; i += 2) {
			all.put(settings[i], settings[i + 1]);
		}
		return new Target(
				new TargetId(new SystemId("customer-success"), "sandbox", "aws"), "aws", all, Map.of("access-key-id",
						new SecretReference("env", "test"), "secret-access-key", new SecretReference("env", "test")),
				List.of());
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
	}

}
