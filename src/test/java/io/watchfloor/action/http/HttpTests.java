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
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpTests {

	private final AtomicReference<String> asked = new AtomicReference<>();

	private final AtomicReference<String> authorization = new AtomicReference<>();

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
		this.servers = new HttpServers(new NoSecrets());
		Clock clock = Clock.systemUTC();
		this.actions = Connectors
			.of(List.of(new HealthHandler(this.servers, clock), new StatusCodeHandler(this.servers, clock),
					new GetTextHandler(this.servers, clock), new HttpCallHandler(this.servers, clock)));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.servers.destroy();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
				+ exchange.getRequestHeaders().getFirst("Accept"));
		this.authorization.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		if (this.status == 302) {
			exchange.getResponseHeaders().add("Location", "/elsewhere");
		}
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(this.status, head ? -1 : bytes.length);
		if (head) {
			exchange.close();
			return;
		}
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
	void textIsCutAndSentWithItsHeaders() {
		assertThat(read(get("/x?q=a%20b", ".checks.cache")).text()).contains("\"up\" : true");
		assertThat(this.asked.get()).isEqualTo("GET /x?q=a%20b text/plain");
		assertThat(read(get("/x", ".checks.list[1]")).text()).isEqualTo("2");
		assertThat(read(get("/x", ".checks.none")).known()).isFalse();
		this.body = "x".repeat(200_000);
		assertThat(read(get("/x", "")).text()).hasSize(HttpServers.MOST_BYTES);
		assertThat(read(get("/x", ".a")).known()).isFalse();
	}

	@Test
	void whatAHealthAddressSaysOfItselfIsJudged() {
		for (String well : List.of("{\"status\":\"healthy\"}", "{\"status\":\"UP\",\"checks\":{}}", "OK\n",
				"{\"ok\":true}", "{\"state\":\"running\"}", "{\"status\":{\"indicator\":\"none\"}}")) {
			this.body = well;
			assertThat(read(GetText.of("/health")).judgement()).as(well).isEqualTo(Judgement.AS_EXPECTED);
		}
		for (String ill : List.of("{\"status\":\"degraded\"}", "{\"status\":\"ok\",\"health\":\"DOWN\"}",
				"{\"ok\":false}", "unhealthy", "{\"status\":{\"indicator\":\"major\"}}")) {
			this.body = ill;
			assertThat(read(GetText.of("/health")).judgement()).as(ill).isEqualTo(Judgement.NOT_AS_EXPECTED);
		}
		for (String open : List.of("{\"version\":1}", "<html>healthy</html>", "", "{\"status\":\"purple\"}",
				"[\"healthy\"]")) {
			this.body = open;
			assertThat(read(GetText.of("/health")).judgement()).as(open).isEqualTo(Judgement.NOT_JUDGED);
		}
		this.body = "{\"status\":\"failed\"}";
		assertThat(read(GetText.of("/orders/1")).judgement()).as("no health address").isEqualTo(Judgement.NOT_JUDGED);
		this.body = "{\"status\":\"healthy\"}";
		this.status = 503;
		assertThat(read(GetText.of("/health")).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(read(new StatusCode("/x", 200)).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(read(new StatusCode("/x", 503)).judgement()).isEqualTo(Judgement.AS_EXPECTED);
	}

	@Test
	void theHeadAndCurlsOwnFiguresAreShownWhereAskedFor() {
		GetText head = new GetText("/x", Map.of(), SignIn.NONE, GetText.Show.HEAD, false, false, "", "");
		assertThat(read(head).text()).startsWith("HTTP/1.1 200");
		assertThat(this.asked.get()).startsWith("HEAD ");
		GetText code = new GetText("/x", Map.of(), SignIn.NONE, GetText.Show.BODY, false, false, "",
				"%{http_code} %{time_total}\\n");
		assertThat(read(code).text()).matches("200 0\\.[0-9]{6}");
	}

	@Test
	void aSecretIsTheTargetsOwnAndNeverOnTheLine() {
		GetText action = new GetText("/x", Map.of(), new SignIn(SignIn.Kind.BASIC, ""), GetText.Show.BODY, false, false,
				"", "");
		assertThat(read(action).summary()).contains("has no setting 'user'");
		Target target = Targets.withPassword("application", "http",
				Map.of("url", target("").setting("url"), "user", "ops"), "hunter2");
		assertThat(this.actions.read(action, target, RunContext.none()).known()).isTrue();
		assertThat(this.authorization.get()).isEqualTo("Basic b3BzOmh1bnRlcjI=");
		assertThat(action.commandLine()).doesNotContain("hunter2");
	}

	@Test
	void aChangeIsSentOnceAsPlannedAndLookedAtAfterwards() {
		HttpCall action = new HttpCall(HttpCall.Method.DELETE, "/items/1", Map.of(), SignIn.NONE, "");
		Plan plan = this.actions.preview(action, target("")).plan();
		assertThat(plan.changes()).containsExactly(new Plan.Change("/items/1", "status 200", null));
		assertThat(this.asked.get()).startsWith("GET ");
		ChangeHandler<Action> handler = this.actions.changes(action);
		assertThat(handler.probe(action, plan, target("")).finding()).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		Recorder recorder = new Recorder(plan);
		assertThat(handler.execute(action, plan, target(""), recorder)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(this.asked.get()).startsWith("DELETE /items/1");
		assertThat(recorder.calls).isEqualTo(plan.calls());
		this.status = 404;
		assertThat(handler.verify(action, plan, target("")).state()).isEqualTo(Verification.State.HOLDS);
		assertThat(handler.probe(action, plan, target("")).finding()).isEqualTo(Settlement.Finding.HAPPENED);
	}

	@Test
	void aPostIsPlannedWithoutAnyRequest() {
		HttpCall action = new HttpCall(HttpCall.Method.POST, "/cache/clear", Map.of(), SignIn.NONE, "");
		Plan plan = this.actions.preview(action, target("")).plan();
		assertThat(this.asked.get()).as("getting it could do something").isNull();
		assertThat(this.actions.changes(action).verify(action, plan, target("")).state())
			.as("that it was accepted says nothing of what it did")
			.isEqualTo(Verification.State.UNKNOWN);
		for (int code : List.of(200, 404, 500)) {
			this.status = code;
			assertThat(this.actions.changes(action).execute(action, plan, target(""), new Recorder(plan)))
				.isInstanceOf((code == 200) ? Outcome.Succeeded.class
						: (code == 404) ? Outcome.Failed.class : Outcome.Unknown.class);
		}
		this.server.stop(0);
		assertThat(this.actions.changes(action).execute(action, plan, target(""), new Recorder(plan)).message())
			.contains("Nothing was sent");
	}

	@Test
	void aPutIsVerifiedOnlyWhereTheAddressTellsItsState() {
		HttpCall action = new HttpCall(HttpCall.Method.PUT, "/items/1", Map.of(), SignIn.NONE, "{}");
		Plan blind = this.actions.preview(action, target("")).plan();
		assertThat(this.actions.changes(action).verify(action, blind, target("")).state())
			.isEqualTo(Verification.State.UNKNOWN);
		this.status = 404;
		Plan absent = this.actions.preview(action, target("")).plan();
		assertThat(this.actions.changes(action).verify(action, absent, target("")).state())
			.isEqualTo(Verification.State.NOT_YET);
		this.status = 200;
		assertThat(this.actions.changes(action).verify(action, absent, target("")).state())
			.isEqualTo(Verification.State.HOLDS);
	}

	@Test
	void noRequestGoesWhereMachinesFindTheirCredentials() {
		Target metadata = Targets.target("application", "http", Map.of("url", "http://169.254.169.254"));
		Reading reading = this.actions.read(GetText.of("/latest/meta-data"), metadata, RunContext.none());
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("Nothing was sent");
	}

	@Test
	void secretsInAnAnswerAreHidden() {
		this.body = "{\"password\":\"hunter2\"}";
		assertThat(read(get("/x", "")).text()).isEqualTo("{\"password\":\"[hidden]\"}");
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
			HttpServers impatient = new HttpServers(new NoSecrets(), Duration.ofMillis(300));
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
			HttpServers impatient = new HttpServers(new NoSecrets(), Duration.ofMillis(400));
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

	private static GetText get(String path, String field) {
		return new GetText(path, Map.of("Accept", "text/plain"), SignIn.NONE, GetText.Show.BODY, false, false, field,
				"");
	}

}
