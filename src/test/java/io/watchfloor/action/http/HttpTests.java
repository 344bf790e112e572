package io.watchfloor.action.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpTests {

	private final AtomicReference<String> asked = new AtomicReference<>();

	private HttpServer server;

	private HttpServers servers;

	private Actions actions;

	private int status = 200;

	private String body = "{\"status\":\"healthy\",\"checks\":{\"cache\":{\"up\":true},\"list\":[1,2]}}";

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.servers = new HttpServers();
		Clock clock = Clock.systemUTC();
		this.actions = Connectors.of(List.of(new HealthHandler(this.servers, clock),
				new StatusCodeHandler(this.servers, clock), new GetTextHandler(this.servers, clock)));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.servers.destroy();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
				+ exchange.getRequestHeaders().getFirst("Accept"));
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		if (this.status == 302) {
			exchange.getResponseHeaders().add("Location", "/elsewhere");
		}
		exchange.sendResponseHeaders(this.status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	private Target target(String base) {
		return Targets.target("application", "http",
				Map.of("url", "http://127.0.0.1:" + this.server.getAddress().getPort() + base));
	}

	private Reading read(Action action) {
		return this.actions.read(action, target(""), RunContext.none());
	}

	@Test
	void healthIsEqualityOfOneField() {
		Health action = new Health("/health", ".status", "healthy");
		assertThat(read(action).value()).isEqualTo(1.0);
		this.body = "{\"status\":\"unhealthy\"}";
		assertThat(read(action).value()).isEqualTo(0.0);
		assertThat(read(action).summary()).contains(".status is unhealthy, expected healthy");
		this.body = "{\"status\":\"healthy\"}";
		this.status = 503;
		assertThat(read(action).value()).isEqualTo(0.0);
	}

	@Test
	void anAnswerWithoutTheFieldIsUnknown() {
		for (String answer : List.of("", "<html>healthy</html>", "{}", "{\"status\":null}",
				"{\"status\":\"healthy\"} x", "[\"healthy\"]")) {
			this.body = answer;
			assertThat(read(new Health("/health", ".status", "healthy")).known()).as(answer).isFalse();
		}
	}

	@Test
	void redirectsAreShownAndNotFollowed() {
		this.status = 302;
		assertThat(read(new StatusCode("/health", 200)).value()).isEqualTo(302.0);
		assertThat(this.asked.get()).startsWith("GET /health ");
	}

	@Test
	void textIsFilteredCutAndSentWithItsHeaders() {
		assertThat(read(get("/x?q=a%20b", ".checks.cache", List.of())).text()).contains("\"up\" : true");
		assertThat(this.asked.get()).isEqualTo("GET /x?q=a%20b text/plain");
		assertThat(read(get("/x", ".checks.list[1]", List.of())).text()).isEqualTo("2");
		assertThat(read(get("/x", ".checks.none", List.of())).known()).isFalse();
		this.body = "errors_total 1\nrequests_total 9\nerrors_other 2\n";
		List<LineFilter> grep = List.of(new LineFilter(LineFilter.Kind.CONTAINING, "errors", false, 0));
		assertThat(read(get("/metrics", "", grep)).text()).isEqualTo("errors_total 1\nerrors_other 2");
		assertThat(
				read(get("/metrics", "", List.of(new LineFilter(LineFilter.Kind.CONTAINING, "x", false, 0)))).known())
			.isFalse();
		this.body = "x".repeat(200_000);
		assertThat(read(get("/x", "", List.of())).text()).hasSize(HttpServers.MOST_BYTES);
		assertThat(read(get("/x", "", grep)).known()).isFalse();
	}

	@Test
	void secretsInAnAnswerAreHidden() {
		this.body = "{\"password\":\"hunter2\"}";
		assertThat(read(get("/x", "", List.of())).text()).isEqualTo("{\"password\":\"[hidden]\"}");
	}

	@Test
	void theBasesOwnPathIsNotPutInFrontTwice() {
		assertThat(HttpServers.uri(target("/api"), "/api/health").getPath()).isEqualTo("/api/health");
		assertThat(HttpServers.uri(target("/api/"), "/health").getPath()).isEqualTo("/api/health");
		assertThat(HttpServers.uri(target(""), "/health").getPath()).isEqualTo("/health");
	}

	@Test
	void refusedSilentAndSenselessServersAreUnknown() throws IOException {
		this.server.stop(0);
		assertThat(read(new StatusCode("/", 200)).summary()).contains("refused the connection");
		try (ServerSocket nonsense = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> talkNonsense(nonsense));
			Target target = Targets.target("application", "http",
					Map.of("url", "http://127.0.0.1:" + nonsense.getLocalPort()));
			assertThat(this.actions.read(new StatusCode("/", 200), target, RunContext.none()).known()).isFalse();
		}
	}

	private static void talkNonsense(ServerSocket server) {
		try {
			OutputStream out = server.accept().getOutputStream();
			out.write("+PONG\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			out.close();
		}
		catch (IOException closed) {
			// the test is over
		}
	}

	@Test
	void aServerThatTakesTooLongIsUnknown() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			HttpServers impatient = new HttpServers(Duration.ofMillis(300));
			Target target = Targets.target("application", "http",
					Map.of("url", "http://127.0.0.1:" + silent.getLocalPort()));
			Reading reading = Connectors.of(List.of(new StatusCodeHandler(impatient, Clock.systemUTC())))
				.read(new StatusCode("/", 200), target, RunContext.none());
			assertThat(reading.known()).isFalse();
			assertThat(reading.summary()).contains("did not answer within 0.3 s");
			impatient.destroy();
		}
	}

	@Test
	void anAnswerThatStopsInTheMiddleIsUnknown() throws Exception {
		try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> drip(dripping));
			HttpServers impatient = new HttpServers(Duration.ofMillis(400));
			Target target = Targets.target("application", "http",
					Map.of("url", "http://127.0.0.1:" + dripping.getLocalPort()));
			assertThat(Connectors.of(List.of(new StatusCodeHandler(impatient, Clock.systemUTC())))
				.read(new StatusCode("/", 200), target, RunContext.none())
				.known()).isFalse();
			impatient.destroy();
		}
	}

	private static void drip(ServerSocket server) {
		try (Socket socket = server.accept()) {
			OutputStream out = socket.getOutputStream();
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			out.write('x');
			out.flush();
			socket.getInputStream().readAllBytes();
		}
		catch (IOException ended) {
			// the client went away
		}
	}

	private static GetText get(String path, String field, List<LineFilter> filters) {
		return new GetText(path, Map.of("Accept", "text/plain"), false, field, filters);
	}

}
