package io.watchfloor.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.lettuce.core.RedisClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;

import io.watchfloor.api.ApiCaller.Answer;
import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.AuditRecords;
import io.watchfloor.security.ApiToken;
import io.watchfloor.security.ApiTokens;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Role;
import io.watchfloor.testing.ServerTest;
import io.watchfloor.testing.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

@ServerTest
@TestPropertySource(properties = "vaadin.productionMode=true")
class ApiTests {

	private static final String START = """
			{"system": "shop", "runbook": "cache.md", "procedure": "clear-the-cache", "environment": "%s"}""";

	private static final RedisServer REDIS = redis();

	@Autowired
	ApplicationContext context;

	@Autowired
	ApiTokens tokens;

	@Autowired
	AuditRecords records;

	@LocalServerPort
	int port;

	private Person person;

	private ApiCaller program;

	@DynamicPropertySource
	static void catalog(DynamicPropertyRegistry properties) throws IOException {
		Path folder = Files.createTempDirectory("watchfloor-api");
		Path books = Files.createDirectories(folder.resolve("shop/runbooks"));
		String target = """
				      - name: cache
				        kind: redis
				        settings:
				          url: redis://localhost:%d/0
				        writtenAs: [shop-redis]
				""".formatted(REDIS.ports().getFirst());
		Files.writeString(folder.resolve("shop/system.yaml"), """
				name: Shop
				summary: Sells.
				owner: Shop team
				platform: one host
				environments:
				  - name: staging
				    production: false
				    targets:
				%s
				  - name: production
				    production: true
				    policy:
				      disruptive: {reason: true, secondPerson: true}
				    targets:
				%s""".formatted(target, target));
		Files.writeString(books.resolve("cache.md"), """
				# Cache

				## Clear the cache

				1. Tell the team in the channel.
				2. Look:

				```bash
				redis-cli -h shop-redis DBSIZE
				```

				3. Delete the stale entries:

				```bash
				redis-cli -h shop-redis DEL stale:1 stale:2
				```
				""");
		properties.add("watchfloor.catalog.folder", folder::toString);
	}

	private static RedisServer redis() {
		try {
			RedisServer server = RedisServer.newRedisServer().port(freePort()).bind("127.0.0.1").build();
			server.start();
			return server;
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static int freePort() throws IOException {
		try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@AfterAll
	static void stop() throws IOException {
		REDIS.stop();
	}

	@BeforeEach
	void signIn() {
		this.person = SignedIn.as(this.context, Role.OPERATOR, Role.APPROVER);
		this.program = caller(EnumSet.of(Permission.VIEW, Permission.OPERATE, Permission.APPROVE));
		keys("stale:1", "stale:2");
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	private ApiCaller caller(Set<Permission> scopes) {
		return new ApiCaller(this.port, this.tokens.create("t" + UUID.randomUUID(), scopes, Duration.ofDays(1)).text());
	}

	private static void keys(String... keys) {
		try (RedisClient client = RedisClient.create("redis://localhost:" + REDIS.ports().getFirst())) {
			for (String key : keys) {
				client.connect().sync().set(key, "x");
			}
		}
	}

	private static long present(String... keys) {
		try (RedisClient client = RedisClient.create("redis://localhost:" + REDIS.ports().getFirst())) {
			return client.connect().sync().exists(keys);
		}
	}

	private String start(String environment) {
		Answer answer = this.program.post("runs", START.formatted(environment));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		String id = answer.json().path("id").asString();
		assertThat(answer.raw().headers().firstValue("Location")).contains("/api/v1/runs/" + id);
		return id;
	}

	private JsonNode step(String run, String kind) {
		return StreamSupport.stream(this.program.get("runs/" + run).json().path("steps").spliterator(), false)
			.filter((step) -> step.path("kind").asString().equals(kind))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode reaches(String run, String kind, String state) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> step(run, kind), (step) -> step.path("state").asString().equals(state));
	}

	@Test
	void aProgramWalksARunFromStartToFinish() {
		String run = start("staging");
		String manual = "runs/" + run + "/steps/" + step(run, "MANUAL").path("key").asString();
		assertThat(this.program.post(manual + "/done", "{\"note\": \"told them\"}").status()).isEqualTo(204);
		assertThat(reaches(run, "READ", "DONE").path("kind").asString()).isEqualTo("READ");
		JsonNode planned = reaches(run, "CHANGE", "PLANNED");
		assertThat(planned.path("plan").path("changes").isEmpty()).isFalse();
		String change = "runs/" + run + "/steps/" + planned.path("key").asString();
		Answer confirmed = this.program.post(change + "/confirm",
				"{\"fingerprint\": \"%s\", \"reason\": \"stale\", \"typedName\": \"cache\"}"
					.formatted(planned.path("plan").path("fingerprint").asString()));
		assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
		reaches(run, "CHANGE", "DONE");
		assertThat(present("stale:1", "stale:2")).isZero();
		assertThat(this.program.post("runs/" + run + "/finish", "{}").json().path("state").asString())
			.isEqualTo("FINISHED");
		assertThat(audited("step.intended")).anySatisfy((record) -> {
			assertThat(record.actor().id()).isEqualTo(this.person.id().toString());
			assertThat(record.actor().name()).contains("(token t");
		});
	}

	private List<AuditRecord> audited(String action) {
		Person reader = SignedIn.as(this.context, Role.MANAGER);
		assertThat(reader.enabled()).isTrue();
		return this.records.page(AuditFilter.ALL, Long.MAX_VALUE, 0, 200)
			.stream()
			.filter((record) -> record.action().equals(action))
			.toList();
	}

	@Test
	void whoFollowsARunIsToldEverythingAndGoesOnWhereTheyWere() {
		String run = start("staging");
		this.program.post("runs/" + run + "/notes", "{\"note\": \"first\"}");
		this.program.post("runs/" + run + "/abort", "{\"reason\": \"enough\"}");
		List<String> lines = this.program.follow("runs/" + run + "/events").toList();
		assertThat(lines).contains("event:run", "event:step", "event:entry")
			.anyMatch((line) -> line.contains("first"))
			.anyMatch((line) -> line.contains("Aborted: enough"));
		String lastId = lines.stream().filter((line) -> line.startsWith("id:")).toList().getLast().substring(3);
		this.program.post("runs/" + run + "/notes", "{\"note\": \"afterwards\"}");
		List<String> rest = this.program.follow("runs/" + run + "/events", "Last-Event-ID", lastId).toList();
		assertThat(rest).anyMatch((line) -> line.contains("afterwards"))
			.noneMatch((line) -> line.contains("Aborted: enough"));
	}

	@Test
	void whoeverLosesTheTokenIsToldNothingMore() {
		String run = start("staging");
		ApiToken token = this.tokens.mine().getFirst();
		this.tokens.revoke(token.id());
		List<String> lines = this.program.follow("runs/" + run + "/events").toList();
		assertThat(lines).noneMatch((line) -> line.startsWith("event:"));
		assertThat(this.program.get("runs/" + run).status()).isEqualTo(401);
	}

	@Test
	void anEndedTokenEndsAStreamUnderWayWithinFiveSeconds() {
		String run = start("staging");
		ApiToken token = this.tokens.mine().getFirst();
		var lines = this.program.follow("runs/" + run + "/events").iterator();
		assertThat(lines.next()).isEqualTo("event:run");
		long before = System.nanoTime();
		this.tokens.revoke(token.id());
		while (lines.hasNext()) {
			lines.next();
		}
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void aPausedRunTakesNoConfirmationUntilItGoesOn() {
		String run = start("staging");
		assertThat(this.program.post("runs/" + run + "/pause", "{}").status()).isEqualTo(403);
		assertThat(this.program.post("runs/" + run + "/pause", "{\"reason\": \"lunch\"}").status()).isEqualTo(204);
		String change = "runs/" + run + "/steps/" + step(run, "CHANGE").path("key").asString();
		assertThat(this.program.post(change + "/preview", "").status()).isNotEqualTo(200);
		assertThat(this.program.post("runs/" + run + "/resume", "").status()).isEqualTo(204);
		assertThat(this.program.post(change + "/preview", "").status()).isEqualTo(200);
	}

	@Test
	void nobodyApprovesTheirOwnRequestThroughAToken() {
		String run = start("production");
		String change = "runs/" + run + "/steps/" + step(run, "CHANGE").path("key").asString();
		String fingerprint = this.program.post(change + "/preview", "")
			.json()
			.path("plan")
			.path("fingerprint")
			.asString();
		String body = "{\"fingerprint\": \"%s\", \"reason\": \"stale\"}".formatted(fingerprint);
		assertThat(this.program.post(change + "/confirm", body).json().path("state").asString())
			.isEqualTo("AWAITING_APPROVAL");
		JsonNode waiting = this.program.get("approvals").json().get(0);
		assertThat(waiting.path("own").asBoolean()).isTrue();
		String approval = "approvals/" + waiting.path("id").asString();
		ApiCaller another = caller(EnumSet.of(Permission.VIEW, Permission.APPROVE));
		assertThat(another.post(approval + "/approve", body.replace(", \"reason\": \"stale\"", "")).detail())
			.contains("Nobody approves their own request");
		SignedIn.as(this.context, Role.APPROVER);
		ApiCaller second = caller(EnumSet.of(Permission.VIEW, Permission.APPROVE));
		assertThat(second.post(approval + "/approve", "{\"fingerprint\": \"" + "0".repeat(64) + "\"}").status())
			.isEqualTo(409);
		assertThat(second.post(approval + "/refuse", "{}").status()).isEqualTo(403);
		assertThat(second.post(approval + "/approve", "{\"fingerprint\": \"%s\"}".formatted(fingerprint)).status())
			.isEqualTo(204);
		reaches(run, "CHANGE", "DONE");
		assertThat(second.post(approval + "/approve", "{\"fingerprint\": \"%s\"}".formatted(fingerprint)).status())
			.isEqualTo(409);
	}

	@Test
	void theSameStartSentTwiceStartsOneRun() {
		String[] key = { "Idempotency-Key", "deploy-" + UUID.randomUUID() };
		String first = this.program.post("runs", START.formatted("staging"), key).json().path("id").asString();
		assertThat(this.program.post("runs", START.formatted("staging"), key).json().path("id").asString())
			.isEqualTo(first);
		Answer other = this.program.post("runs", START.formatted("production"), key);
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.detail()).contains("another request");
	}

	@Test
	void aStartThatIsRefusedMayBeSentAgain() {
		String[] key = { "Idempotency-Key", "deploy-" + UUID.randomUUID() };
		String wrong = START.formatted("staging").replace("clear-the-cache", "nothing");
		assertThat(this.program.post("runs", wrong, key).status()).isEqualTo(404);
		assertThat(this.program.post("runs", START.formatted("staging"), key).status()).isEqualTo(201);
	}

	@Test
	void noTokenNoAnswer() {
		for (String token : new String[] { null, "", "nonsense", "wft_" + "A".repeat(43) }) {
			Answer answer = new ApiCaller(this.port, token).get("runs");
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.type()).startsWith("application/problem+json");
			assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).isPresent();
			assertThat(answer.raw().headers().firstValue("Set-Cookie")).isEmpty();
		}
	}

	@Test
	void aTokenThatOnlyReadsChangesNothing() {
		String run = start("staging");
		ApiCaller reader = caller(EnumSet.of(Permission.VIEW));
		assertThat(reader.get("runs/" + run).status()).isEqualTo(200);
		for (String change : List.of("runs/" + run + "/abort", "runs/" + run + "/notes")) {
			Answer answer = reader.post(change, "{}");
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.detail()).contains("token");
		}
		assertThat(reader.post("runs", START.formatted("staging")).status()).isEqualTo(403);
	}

	@Test
	void aDisabledPersonsTokenOpensNothing() {
		this.context.getBean(PersonStore.class).enabled(this.person.id(), false);
		assertThat(this.program.get("runs").status()).isEqualTo(401);
	}

	@Test
	void whatCannotBeReadIsRefusedWithWhatAndWhere() {
		String run = start("staging");
		assertThat(this.program.post("runs", "{").detail()).contains("line 1");
		assertThat(this.program.post("runs", "{\"sytem\": \"shop\"}").detail()).contains("'sytem' is not known");
		assertThat(this.program.post("runs", "{\"system\": \"shop\"}").detail()).contains("needs 'runbook'");
		assertThat(this.program.post("runs", "{\"system\": \"" + "x".repeat(70_000) + "\"}").status()).isEqualTo(413);
		assertThat(this.program.get("runs/nonsense").status()).isEqualTo(404);
		assertThat(this.program.get("runs/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(this.program.get("runs/" + run + "/steps/nothing").status()).isEqualTo(404);
		assertThat(this.program.post("runs/" + run + "/steps/nothing/skip", "{\"reason\": \"x\"}").status())
			.isEqualTo(404);
		assertThat(this.program.get("no/such/thing").detail()).contains("The API has no GET");
		assertThat(this.program.get("runs?limit=many").status()).isEqualTo(400);
	}

	@Test
	void aPlanThatIsNoLongerTheOneIsRefused() {
		String run = start("staging");
		String change = "runs/" + run + "/steps/" + step(run, "CHANGE").path("key").asString();
		assertThat(this.program.post(change + "/preview", "").json().path("state").asString()).isEqualTo("PLANNED");
		Answer answer = this.program.post(change + "/confirm",
				"{\"fingerprint\": \"%s\", \"typedName\": \"cache\"}".formatted("0".repeat(64)));
		assertThat(answer.status()).isEqualTo(409);
		assertThat(this.program.post(change + "/confirm", "{}").status()).isEqualTo(400);
		assertThat(present("stale:1", "stale:2")).isEqualTo(2);
	}

	@Test
	void theDescriptionListsEveryAddress() {
		Answer answer = new ApiCaller(this.port, null).get("openapi.json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("paths").propertyNames()).contains("/api/v1/runs", "/api/v1/runs/{run}",
				"/api/v1/runs/{run}/events", "/api/v1/runs/{run}/steps/{step}/confirm", "/api/v1/systems",
				"/api/v1/runbooks");
		assertThat(answer.json().path("paths").propertyNames()).allMatch((path) -> path.startsWith("/api/v1/"));
	}

	@Test
	void systemsAndRunbooksAreListedWithoutAddressesOrSecrets() {
		Answer systems = this.program.get("systems");
		assertThat(systems.body()).contains("\"shop\"", "\"cache\"").doesNotContain("redis://");
		assertThat(this.program.get("runbooks?system=shop").json().get(0).path("procedures").get(0).path("procedure"))
			.hasToString("\"clear-the-cache\"");
	}

}
