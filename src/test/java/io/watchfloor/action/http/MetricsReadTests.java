package io.watchfloor.action.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages of a small server; the time between two looks is the test's. */
class MetricsReadTests {

	private static final String PAGE = """
			# HELP http_requests_total How many.
			# TYPE http_requests_total counter
			http_requests_total{method="get",path="/a \\"b\\" \\\\ \\n"} 100
			http_requests_total{method="post",} 2e1 1760000000000
			# TYPE memory_bytes gauge
			memory_bytes 1.5e+07

			# TYPE wait_seconds histogram
			wait_seconds_bucket{le="0.1"} 3
			wait_seconds_bucket{le="+Inf"} 5
			wait_seconds_sum 0.7
			wait_seconds_count 5
			odd_ratio NaN
			""";

	private final Deque<String> pages = new ArrayDeque<>();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T22:00:00Z"));

	private int status = 200;

	private String type = "text/plain; version=0.0.4";

	private HttpServer server;

	private HttpServers servers;

	private MetricsReadHandler handler;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/metrics", (exchange) -> {
			String page = (this.pages.size() > 1) ? this.pages.remove() : this.pages.element();
			byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", this.type);
			exchange.sendResponseHeaders(this.status, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		this.server.start();
		this.servers = new HttpServers(new NoSecrets());
		Clock clock = new Clock() {

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(java.time.ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return MetricsReadTests.this.now.get();
			}

		};
		this.handler = new MetricsReadHandler(this.servers, clock,
				(between) -> this.now.updateAndGet((at) -> at.plus(between)));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.servers.destroy();
	}

	private Reading read(MetricsRead action, String... answers) {
		this.pages.addAll(List.of(answers));
		return this.handler.read(action,
				Targets.target("app", "http", Map.of("url", "http://127.0.0.1:" + this.server.getAddress().getPort())),
				RunContext.none());
	}

	private static MetricsRead named(String name, Map<String, String> labels) {
		return new MetricsRead("/metrics", "", name, labels, 5);
	}

	@Test
	void aGaugeIsReadByItsNameAndACounterByTwoLooks() {
		Reading gauge = read(named("memory_bytes", Map.of()), PAGE);
		assertThat(gauge.value()).isEqualTo(1.5e7);
		assertThat(gauge.summary()).isEqualTo("memory_bytes is 1.5e+07");
		this.pages.clear();
		Reading rate = read(named("http_requests_total", Map.of("method", "get")), PAGE, PAGE.replace(" 100", " 150"));
		assertThat(rate.value()).isEqualTo(10);
		assertThat(rate.unit()).isEqualTo("per second");
		assertThat(rate.summary()).isEqualTo("http_requests_total grows by 10 per second over 5.0 s");
		this.pages.clear();
		Reading both = read(named("http_requests_total", Map.of()), PAGE,
				PAGE.replace(" 100", " 150").replace("2e1", "25"));
		assertThat(both.summary()).endsWith("grows by 11 per second over 5.0 s, 2 series together");
		assertThat(both.table()).isNotNull();
	}

	@Test
	void aWordFindsTheLinesThatGrepWouldFindAndNoSeriesIsNoFigure() {
		Reading found = read(new MetricsRead("/metrics", "wait_seconds", "", Map.of(), 5), PAGE);
		assertThat(found.known()).isTrue();
		assertThat(found.value()).isNull();
		assertThat(found.text()).contains("wait_seconds_bucket{le=\"+Inf\"} 5").doesNotContain("# TYPE");
		assertThat(found.table().rows()).hasSize(4).allMatch((row) -> row.getLast().equals("0 /s"));
		assertThat(read(named("cache_hits_total", Map.of()), PAGE).known()).isFalse();
		assertThat(read(named("http_requests_total", Map.of("method", "put")), PAGE).known()).isFalse();
		assertThat(read(named("odd_ratio", Map.of()), PAGE).summary()).contains("NaN");
	}

	@Test
	void aCounterThatWentBackwardsOrAnotherSetOfSeriesIsUnknown() {
		Reading back = read(named("http_requests_total", Map.of("method", "get")), PAGE, PAGE.replace(" 100", " 7"));
		assertThat(back.known()).isFalse();
		assertThat(back.value()).isNull();
		assertThat(back.summary()).contains("went backwards, from 100 to 7");
		this.pages.clear();
		Reading fewer = read(named("http_requests_total", Map.of()), PAGE,
				PAGE.replaceFirst("http_requests_total.*post.*\n", ""));
		assertThat(fewer.known()).isFalse();
		assertThat(fewer.summary()).contains("series came or went");
	}

	@Test
	void whatIsNoWholePageIsUnknown() {
		MetricsRead action = named("memory_bytes", Map.of());
		for (String page : List.of("<html>sign in</html>", PAGE + "memory_bytes 2\n", PAGE + "x{a=\"1\"\n",
				PAGE + "x{a=\"1\",a=\"2\"} 1\n", PAGE + "x{a=1} 1\n", PAGE + "x 1,5\n", PAGE + "x\n",
				PAGE + "# TYPE x number\n", PAGE + "x 1 2 3\n", PAGE + "y 1\n".repeat(2), "")) {
			this.pages.clear();
			assertThat(read(action, page).known()).as(page).isFalse();
		}
		this.pages.clear();
		assertThat(read(action, PAGE + "# \n" + "# x\n".repeat(1_200_000)).summary()).contains("longer than 4 MiB");
		this.pages.clear();
		this.status = 503;
		assertThat(read(action, PAGE).summary()).contains("status 503");
	}

	@Test
	void openMetricsEndsWithItsMarkAndHasExemplars() {
		this.type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
		String page = """
				# TYPE calls counter
				# UNIT calls_seconds seconds
				calls_total{a="b"} 17 # {trace_id="x"} 0.5
				# TYPE build info
				build_info{version="1"} 1
				# EOF
				""";
		assertThat(read(named("calls_total", Map.of()), page, page.replace(" 17 ", " 22 ")).value()).isEqualTo(1);
		this.pages.clear();
		assertThat(read(named("calls_total", Map.of()), page.replace("# EOF\n", "")).summary()).contains("# EOF");
	}

	@Test
	void manyAndHostileLinesAreReadInNoTime() {
		String many = "a_series{label=\"" + "x".repeat(200) + "\",n=\"%d\"} 1\n";
		StringBuilder page = new StringBuilder();
		for (int i = 0; i < 10_000; i++) {
			page.append(many.formatted(i));
		}
		assertThat(MetricsPage.read(page.toString(), false).lines()).hasSize(10_000);
		for (String hostile : List.of("a{" + "b=\"c\",".repeat(20_000) + "!} 1", "a".repeat(500_000),
				"a{b=\"" + "\\\\".repeat(100_000) + "} 1", "a " + "1".repeat(500_000) + "x")) {
			assertThatThrownBy(() -> MetricsPage.read(hostile, false)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl http://localhost/metrics | grep errors_total",
			"curl -s http://app:8000/metrics | grep cache", "curl -sS /metrics | grep x:y" })
	void aLineIsReadAndShownAsTheSame(String line) {
		CurlReader reader = new CurlReader(List.of());
		Action action = Lines.call(line, reader).action();
		assertThat(action).isInstanceOf(MetricsRead.class);
		assertThat(Lines.call(action.commandLine(), reader).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl http://localhost/metrics | grep -v errors",
			"curl http://localhost/metrics | grep 'a.*b'", "curl -f http://localhost/metrics | grep a",
			"curl http://localhost/stats | grep a", "curl http://localhost/metrics" })
	void otherSearchesStayTheLinesOfThePage(String line) {
		assertThat(Lines.call(line, new CurlReader(List.of())).action()).isInstanceOf(GetText.class);
	}

}
