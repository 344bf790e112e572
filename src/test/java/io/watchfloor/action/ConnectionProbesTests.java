package io.watchfloor.action;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.postgres.LivePostgres;
import io.watchfloor.action.redis.LiveRedis;
import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetKind;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every kind of target can be tried out, by the sign-in that its actions use. */
class ConnectionProbesTests {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private HttpServer server;

	private int status = 200;

	private String body = "{}";

	@BeforeEach
	void start() throws IOException {
		this.context.registerBean(Secrets.class, NoSecrets::new);
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.scan("io.watchfloor.action");
		this.context.refresh();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
			boolean head = exchange.getRequestMethod().equals("HEAD");
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(this.status, head ? -1 : bytes.length);
			if (!head) {
				exchange.getResponseBody().write(bytes);
			}
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.context.close();
	}

	private ConnectionProbe probe(String kind) {
		return this.context.getBeansOfType(ConnectionProbe.class)
			.values()
			.stream()
			.filter((probe) -> probe.kind().equals(kind))
			.findFirst()
			.orElseThrow();
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Test
	void everyKindOfTargetHasOne() {
		assertThat(this.context.getBeansOfType(ConnectionProbe.class)
			.values()
			.stream()
			.map(ConnectionProbe::kind)
			.collect(Collectors.toSet()))
			.isEqualTo(this.context.getBeansOfType(TargetKind.class)
				.values()
				.stream()
				.map(TargetKind::name)
				.collect(Collectors.toSet()));
	}

	@Test
	void postgresSaysAsWhomAndWhichRolesAreThere() throws Exception {
		try (LivePostgres postgres = new LivePostgres(Map.of())) {
			postgres.sql("CREATE ROLE plain LOGIN");
			ConnectionProbe probe = probe("postgres");
			assertThat(probe.endpoint(postgres.target())).isPresent();
			assertThat(probe.signIn(postgres.target())).matches("postgres on PostgreSQL 15\\.[0-9]+");
			assertThat(probe.permission(postgres.target()).orElseThrow()).contains("sees others' statements",
					"may end others' sessions");
			Target plain = Targets.target("database", "postgres",
					Map.of("url", postgres.target().setting("url"), "user", "plain"));
			assertThatExceptionOfType(Problem.class).as("what is missing is not fine")
				.isThrownBy(() -> probe.permission(plain))
				.withMessageContaining("grant pg_monitor")
				.withMessageContaining("grant pg_signal_backend");
		}
	}

	@Test
	void redisCountsKeys() throws Exception {
		RealServers.redisServer();
		try (LiveRedis redis = new LiveRedis()) {
			assertThat(probe("redis").signIn(redis.target())).isEqualTo("default on Redis");
			assertThat(probe("redis").permission(redis.target())).contains("may count keys: 0 in database 0");
		}
		try (LiveRedis redis = new LiveRedis("--requirepass", "hunter2")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> probe("redis").signIn(redis.target()));
		}
	}

	@Test
	void aServiceThatWantsASignInIsNotReached() {
		Target target = Targets.target("application", "http", Map.of("url", url()));
		assertThat(probe("http").signIn(target)).isEqualTo("without a sign-in, / answers 200");
		for (int refused : new int[] { 401, 403, 503 }) {
			this.status = refused;
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> probe("http").signIn(target))
				.withMessageContaining("answers " + refused);
		}
	}

	@Test
	void prometheusIsAskedForOne() {
		Target target = Targets.target("monitoring", "prometheus", Map.of("url", url()));
		this.body = "{\"status\":\"success\",\"data\":{\"activeTargets\":[{},{}]}}";
		assertThat(probe("prometheus").signIn(target)).isEqualTo("it answers queries");
		assertThat(probe("prometheus").permission(target)).contains("may list targets: 2 active");
		this.body = "<html>";
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> probe("prometheus").signIn(target));
	}

	@Test
	void aClusterSaysItsVersion() {
		Target target = Targets.target("cluster", "kubernetes", Map.of("server", url(), "namespace", "shop"));
		this.body = "{\"gitVersion\":\"v1.33.1\"}";
		assertThat(probe("kubernetes").endpoint(target).orElseThrow().port())
			.isEqualTo(this.server.getAddress().getPort());
		assertThat(probe("kubernetes").signIn(target)).contains("Kubernetes v1.33.1");
		this.status = 403;
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> probe("kubernetes").permission(target));
	}

	@Test
	void anEngineSaysItsVersion() {
		this.body = "{\"Version\":\"28.2\"}";
		Target target = Targets.target("engine", "docker", Map.of("engine", url().replace("http:", "tcp:")));
		assertThat(probe("docker").endpoint(target)).isPresent();
		assertThat(probe("docker").signIn(target)).startsWith("Docker 28.2");
		assertThat(probe("docker").permission(target)).contains("may list containers");
	}

	@Test
	void thisMachineSaysTheUser() {
		Target target = Targets.target("box", "host", Map.of("via", "local"));
		assertThat(probe("host").endpoint(target)).isEmpty();
		assertThat(probe("host").signIn(target)).isEqualTo("as " + System.getProperty("user.name"));
	}

	@Test
	void anAccountThatNoSecretOpensIsToldSo() {
		Target target = Targets.target("cloud", "aws", Map.of("region", "eu-west-1"));
		assertThat(probe("aws").endpoint(target).orElseThrow().host()).isEqualTo("sts.eu-west-1.amazonaws.com");
	}

}
