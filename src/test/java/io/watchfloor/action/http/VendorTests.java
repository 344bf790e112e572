package io.watchfloor.action.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Vendors that are well, that are not, and answers that say nothing of either. */
class VendorTests {

	private static final String STATUSPAGE = """
			{"page":{"id":"x","name":"Vendor","url":"https://status.example.com"},
			 "status":{"indicator":"%s","description":"?"},
			 "components":[{"id":"g","name":"Products","status":"%s","group":true},
			  {"id":"a","name":"API","status":"%s","group":false},
			  {"id":"b","name":"Inbox","status":"operational","group":false}],
			 "incidents":[],"scheduled_maintenances":[]}""";

	private static final VendorStatus STATUS = new VendorStatus(StatusPage.STATUSPAGE, "");

	private HttpServer server;

	private HttpServers servers;

	private Actions actions;

	private String body = "";

	private int status = 200;

	private String asked = "";

	private String authorization = "";

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.servers = new HttpServers(new NoSecrets());
		Clock clock = Clock.systemUTC();
		this.actions = Connectors.of(List.of(new VendorStatusHandler(this.servers, clock),
				new VendorIdentityHandler(this.servers, clock), new ComponentHealthHandler(this.servers, clock)));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.servers.destroy();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked = exchange.getRequestURI().toString();
		this.authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("X-RateLimit-Remaining", "79");
		exchange.sendResponseHeaders(this.status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private Target target(String... settings) {
		Map<String, String> all = new TreeMap<>(
				Map.of("url", "http://127.0.0.1:" + this.server.getAddress().getPort()));
		for (int i = 0; i < settings.length; i += 2) {
			all.put(settings[i], settings[i + 1]);
		}
		return Targets.target("vendor", "http", all);
	}

	private Reading read(Action action, Target target) {
		return this.actions.read(action, target, RunContext.none());
	}

	@Test
	void aStatuspageIsWellOnlyWhenItSaysSoOfEverything() {
		this.body = STATUSPAGE.formatted("none", "operational", "operational");
		Reading well = read(STATUS, target());
		assertThat(well.judgement()).isEqualTo(Judgement.AS_EXPECTED);
		assertThat(well.summary()).contains("all of 2 are operational");
		assertThat(this.asked).isEqualTo("/api/v2/summary.json");
		this.body = STATUSPAGE.formatted("none", "operational", "partial_outage");
		assertThat(read(STATUS, target()).summary()).contains("API is partial outage");
		assertThat(read(STATUS, target()).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		this.body = STATUSPAGE.formatted("minor", "operational", "operational");
		assertThat(read(STATUS, target()).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
	}

	@Test
	void onlyTheComponentsThatCountAreJudged() {
		this.body = STATUSPAGE.formatted("major", "major_outage", "major_outage");
		assertThat(read(STATUS, target("components", "Inbox")).judgement()).isEqualTo(Judgement.AS_EXPECTED);
		assertThat(read(STATUS, target("components", "Inbox, API")).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(read(new VendorStatus(StatusPage.STATUSPAGE, "API"), target()).judgement())
			.isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(read(STATUS, target("components", "Gone")).known()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html><title>All Systems Operational</title></html>", "[]", "{}", "null",
			"{\"status\":", "{\"status\":{\"indicator\":\"none\"},\"components\":[]}",
			"{\"status\":{\"indicator\":\"none\"}}",
			"{\"status\":{\"indicator\":\"wonderful\"},\"components\":[{\"name\":\"API\",\"status\":\"operational\"}]}",
			"{\"status\":{\"indicator\":\"none\"},\"components\":[{\"name\":\"API\",\"status\":\"fine\"}]}",
			"{\"status\":{\"indicator\":\"none\"},\"components\":[{\"name\":\"\",\"status\":\"operational\"}]}",
			"{\"status\":{\"indicator\":\"none\"},\"components\":[{\"name\":\"G\",\"status\":\"operational\",\"group\":true}]}",
			"{\"status\":{\"indicator\":null},\"components\":[{\"name\":\"API\",\"status\":\"operational\"}]}",
			"{\"data\":\"none\"}", "{\"ongoing_incidents\":[]}", "{\"data\":[{\"type\":\"note\"}]}" })
	void whatIsNoReportIsUnknownAndNeverFine(String hostile) {
		this.body = hostile;
		for (StatusPage page : StatusPage.values()) {
			assertThat(read(new VendorStatus(page, ""), target()).known()).as(page + " " + hostile).isFalse();
		}
	}

	@Test
	void aRefusalOrAnErrorIsUnknown() {
		this.body = STATUSPAGE.formatted("none", "operational", "operational");
		for (int code : new int[] { 204, 302, 404, 429, 500, 503 }) {
			this.status = code;
			this.body = (code == 204) ? "" : this.body;
			assertThat(read(STATUS, target()).known()).as("%s", code).isFalse();
		}
	}

	@Test
	void aPageOfIncidentIoTellsWhatIsOpen() {
		VendorStatus action = new VendorStatus(StatusPage.INCIDENT_IO, "");
		String page = "{\"page_title\":\"V\",\"ongoing_incidents\":[%s],\"in_progress_maintenances\":[],\"scheduled_maintenances\":[]}";
		this.body = page.formatted("");
		assertThat(read(action, target()).judgement()).isEqualTo(Judgement.AS_EXPECTED);
		assertThat(this.asked).isEqualTo("/api/v1/summary");
		this.body = page.formatted(
				"{\"id\":\"1\",\"name\":\"Late mail\",\"status\":\"investigating\",\"affected_components\":[{\"id\":\"m\",\"name\":\"Mail\"}]}");
		assertThat(read(action, target()).summary()).isEqualTo("Late mail (Mail): investigating");
		assertThat(read(action, target("components", "API")).judgement()).isEqualTo(Judgement.AS_EXPECTED);
		assertThat(read(action, target("components", "Mail")).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
	}

	@Test
	void zendeskIsAskedItsOwnWayThoughTheLineHasAnother() {
		this.body = "{\"data\":[],\"included\":[]}";
		assertThat(read(STATUS, target("status-page", "zendesk")).judgement()).isEqualTo(Judgement.AS_EXPECTED);
		assertThat(this.asked).isEqualTo("/api/incidents/active");
		this.body = "{\"data\":[{\"id\":\"2\",\"type\":\"incident\",\"attributes\":{\"title\":\"Slow search\",\"impact\":\"minor\",\"status\":\"identified\",\"outage\":false}}]}";
		assertThat(read(STATUS, target("status-page", "zendesk")).summary())
			.isEqualTo("Slow search: identified, impact minor");
		assertThat(read(STATUS, target("status-page", "zendask")).summary()).contains("none of statuspage");
	}

	private Target signingIn(String secret) {
		return new Target(target().id(), "http", target("user", "me@example.com/token").settings(),
				Map.of(secret, new SecretReference("env", "s3cret")), List.of());
	}

	@Test
	void whoIsSignedInIsSaidAndAnAnonymousPersonIsNobody() {
		VendorIdentity zendesk = new VendorIdentity(VendorIdentity.Vendor.ZENDESK);
		this.body = "{\"user\":{\"id\":35436,\"email\":\"me@example.com\",\"role\":\"agent\"}}";
		Reading reading = read(zendesk, signingIn("password"));
		assertThat(reading.summary())
			.isEqualTo("Signed in as me@example.com (id 35436), 79 requests left of the limit");
		assertThat(reading.judgement()).isEqualTo(Judgement.AS_EXPECTED);
		assertThat(this.authorization).startsWith("Basic ");
		read(zendesk, signingIn("token"));
		assertThat(this.authorization).isEqualTo("Bearer s3cret");
		for (String nobody : List.of("{\"user\":{\"id\":null,\"name\":\"Anonymous user\"}}", "<html>Sign in</html>",
				"{}", "{\"user\":{\"id\":{}}}", "")) {
			this.body = nobody;
			assertThat(read(zendesk, signingIn("token")).known()).as(nobody).isFalse();
		}
		this.status = 401;
		assertThat(read(zendesk, signingIn("token")).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		assertThat(read(zendesk, target()).summary()).contains("neither a secret 'token'");
	}

	@Test
	void intercomSaysWhoAsks() {
		this.body = "{\"type\":\"admin\",\"id\":\"12\",\"email\":\"bot@example.com\"}";
		Reading reading = read(new VendorIdentity(VendorIdentity.Vendor.INTERCOM), signingIn("token"));
		assertThat(reading.summary()).startsWith("Signed in as bot@example.com");
		assertThat(this.asked).isEqualTo("/me");
	}

	@Test
	void componentsAreAsWellAsTheWorstOfThem() {
		ComponentHealth action = new ComponentHealth("/health/detailed");
		this.body = "{\"status\":\"ok\",\"components\":{\"db\":{\"status\":\"UP\"},\"cache\":\"ok\"}}";
		assertThat(read(action, target()).judgement()).isEqualTo(Judgement.AS_EXPECTED);
		this.body = "{\"status\":\"ok\",\"checks\":{\"db\":{\"healthy\":true},\"cache\":{\"status\":\"down\"}}}";
		assertThat(read(action, target()).summary()).startsWith("cache is down");
		assertThat(read(action, target()).judgement()).isEqualTo(Judgement.NOT_AS_EXPECTED);
		for (String nothing : List.of("{\"status\":\"ok\"}", "{\"components\":{}}", "<html>ok</html>",
				"{\"components\":{\"db\":{\"status\":\"splendid\"}}}", "{\"components\":{\"db\":{}}}")) {
			this.body = nothing;
			assertThat(read(action, target()).known()).as(nothing).isFalse();
		}
	}

	@Test
	void theLinesOfTheSourceRunbooksMeanThem() {
		CurlReader reader = new CurlReader(List.of(new HealthPathReader()));
		assertThat(Lines.call("curl https://www.intercomstatus.com/api/v2/status.json", reader).action())
			.isEqualTo(STATUS);
		assertThat(Lines
			.call("curl -H \"Authorization: Bearer $INTERCOM_ACCESS_TOKEN\" https://api.intercom.io/me", reader)
			.action()).isEqualTo(new VendorIdentity(VendorIdentity.Vendor.INTERCOM));
		assertThat(Lines.call("curl https://yourdomain.com/health/detailed", reader).action())
			.isEqualTo(new ComponentHealth("/health/detailed"));
		for (Action action : List.of(STATUS, new VendorStatus(StatusPage.ZENDESK, ""),
				new VendorIdentity(VendorIdentity.Vendor.ZENDESK), new VendorIdentity(VendorIdentity.Vendor.INTERCOM),
				new ComponentHealth("/health/detailed"))) {
			assertThat(Lines.call(action.commandLine(), reader).action()).isEqualTo(action);
		}
	}

}
