package io.watchfloor.action.prometheus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Against Debian's own Prometheus, which scrapes itself and something that is not there.
 */
class PrometheusTests {

	@TempDir
	private static Path folder;

	private static Process server;

	private static int port;

	private static PrometheusServers servers;

	private static Actions actions;

	@BeforeAll
	static void start() throws Exception {
		Path program = RealServers.require("prometheus", "prometheus");
		port = freePort();
		Files.writeString(folder.resolve("rules.yml"), """
				groups: [{name: g, rules: [{alert: AlwaysOn, expr: vector(1)}]}]
				""");
		Files.writeString(folder.resolve("prometheus.yml"), """
				global: {scrape_interval: 1s, evaluation_interval: 1s}
				rule_files: [rules.yml]
				scrape_configs:
				  - {job_name: itself, static_configs: [{targets: ["127.0.0.1:%d"]}]}
				  - {job_name: absent, static_configs: [{targets: ["127.0.0.1:1"]}]}
				""".formatted(port));
		server = new ProcessBuilder(program.toString(), "--config.file=" + folder.resolve("prometheus.yml"),
				"--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		servers = new PrometheusServers(new NoSecrets());
		Clock clock = Clock.systemUTC();
		actions = Connectors.of(List.of(new PromQueryHandler(servers, clock), new PromRangeHandler(servers, clock),
				new PromStateHandler(servers, clock)));
		await(new PromQuery("up{job=\"itself\"} == 1"));
		await(new PromQuery("up{job=\"absent\"} == 0"));
		await(new PromQuery("ALERTS{alertname=\"AlwaysOn\"}"));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void await(PromQuery query) throws IOException {
		long end = System.nanoTime() + 20_000_000_000L;
		while (!read(query).known()) {
			assertThat(System.nanoTime()).as(Files.readString(folder.resolve("log"))).isLessThan(end);
		}
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.destroyForcibly().onExit().join();
			servers.destroy();
		}
	}

	private static Reading read(Action action) {
		return actions.read(action,
				Targets.target("monitoring", "prometheus", Map.of("url", "http://127.0.0.1:" + port)),
				RunContext.none());
	}

	@Test
	void oneSeriesIsAValueAndNoneIsUnknown() {
		assertThat(read(new PromQuery("up{job=\"itself\"}")).value()).isEqualTo(1.0);
		assertThat(read(new PromQuery("1 + 1")).value()).isEqualTo(2.0);
		assertThat(read(new PromQuery("up")).table().rows()).hasSize(2);
		assertThat(read(new PromQuery("no_such_metric")).known()).as("no data is not OK").isFalse();
		assertThat(read(new PromQuery("0 / 0")).known()).as("NaN is no figure").isFalse();
		assertThat(read(new PromQuery("1 / 0")).known()).isFalse();
		assertThat(read(new PromQuery("rate(up)")).summary()).contains("refused").contains("range vector");
	}

	@Test
	void valuesOverATimeAreSummedUpPerSeries() {
		long now = Instant.now().getEpochSecond();
		Reading reading = read(new PromRange("up", "" + (now - 60), "" + (now + 5), "1s"));
		assertThat(reading.table().rows()).hasSize(2);
		assertThat(reading.table().columns()).contains("least", "greatest");
		assertThat(read(new PromRange("no_such", "0", "10", "1")).known()).isFalse();
	}

	@Test
	void whatPrometheusSaysOfItselfIsJudged() {
		Reading targets = read(new PromState(PromState.What.TARGETS));
		assertThat(targets.judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(targets.summary()).isEqualTo("1 of 2 targets are up");
		Reading alerts = read(new PromState(PromState.What.ALERTS));
		assertThat(alerts.value()).isEqualTo(1.0);
		assertThat(alerts.judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(read(new PromState(PromState.What.RULES)).summary()).isEqualTo("1 rules, 0 with an error");
	}

	@Test
	void whatIsNotPrometheusIsUnknown() throws Exception {
		Reading reading = actions.read(new PromQuery("up"),
				Targets.target("monitoring", "prometheus", Map.of("url", "http://127.0.0.1:" + freePort())),
				RunContext.none());
		assertThat(reading.known()).isFalse();
		HttpResponse<String> page = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/-/ready")).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(200);
	}

}
