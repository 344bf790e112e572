package io.watchfloor.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.TargetHint;
import io.watchfloor.action.Targets;
import io.watchfloor.action.http.LiveHttp;
import io.watchfloor.action.postgres.LivePostgres;
import io.watchfloor.action.redis.LiveRedis;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.testing.RealServers;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 2 five hundred times: the state of a real target changes between preview and
 * confirmation, and nothing is sent.
 */
class ChangedMeanwhileTests {

	/** For each of three kinds. */
	private static final int ROUNDS = 167;

	private static TestStore store;

	private static LiveRedis redis;

	private static LivePostgres postgres;

	private static HttpServer service;

	private static final AtomicInteger VERSION = new AtomicInteger();

	private static final AtomicInteger PUTS = new AtomicInteger();

	private RunHouse house;

	@BeforeAll
	static void start() throws Exception {
		RealServers.redisServer();
		store = TestStore.create();
		redis = new LiveRedis();
		postgres = new LivePostgres(Map.of());
		postgres.sql("CREATE TABLE jobs (id int PRIMARY KEY, state text)",
				"INSERT INTO jobs SELECT n, 'failed' FROM generate_series(1, 50) n");
		service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		service.createContext("/", (exchange) -> {
			try (exchange) {
				if (exchange.getRequestMethod().equals("PUT")) {
					PUTS.incrementAndGet();
				}
				exchange.getResponseHeaders().add("ETag", "\"" + VERSION.get() + "\"");
				byte[] body = ("version " + VERSION.get()).getBytes(StandardCharsets.UTF_8);
				boolean head = exchange.getRequestMethod().equals("HEAD");
				exchange.sendResponseHeaders(200, head ? -1 : body.length);
				if (!head) {
					exchange.getResponseBody().write(body);
				}
			}
		});
		service.start();
	}

	@AfterAll
	static void stop() throws IOException {
		service.stop(0);
		postgres.close();
		redis.close();
		store.close();
	}

	@BeforeEach
	void open() {
		List<ActionHandler<?>> handlers = new ArrayList<>(redis.handlers());
		handlers.addAll(LivePostgres.handlers());
		handlers.addAll(LiveHttp.handlers());
		this.house = new RunHouse(RunHouse.pool(store.jdbcUrl()), byName(Connectors.of(handlers)),
				Map.of("cache", redis.target(), "database", postgres.target(), "service", Targets.target("service",
						"http", Map.of("url", "http://127.0.0.1:" + service.getAddress().getPort()))));
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	/** A step's target is the one that it names. */
	private static Actions byName(Actions real) {
		return (Actions) java.lang.reflect.Proxy.newProxyInstance(Actions.class.getClassLoader(),
				new Class<?>[] { Actions.class }, (_, method, arguments) -> {
					if (method.getName().equals("candidates")) {
						return named((ActionCall) arguments[0], (Environment) arguments[1]);
					}
					try {
						return method.invoke(real, arguments);
					}
					catch (java.lang.reflect.InvocationTargetException thrown) {
						throw thrown.getCause();
					}
				});
	}

	private static List<Target> named(ActionCall call, Environment environment) {
		String name = ((TargetHint.Written) call.hint()).text();
		return environment.targets().stream().filter((target) -> target.id().name().equals(name)).toList();
	}

	@Test
	void aKeyThatChangedIsNotWritten() {
		for (int round = 0; round < ROUNDS; round++) {
			byte[] key = ("k" + round).getBytes(StandardCharsets.UTF_8);
			byte[] meanwhile = ("meanwhile " + "x".repeat(1 + round)).getBytes(StandardCharsets.UTF_8);
			redis.commands().set(key, "before".getBytes(StandardCharsets.UTF_8));
			refused(LiveRedis.set("k" + round, "ours"), "cache", () -> redis.commands().set(key, meanwhile));
			assertThat(redis.commands().get(key)).isEqualTo(meanwhile);
		}
	}

	@Test
	void rowsThatChangedAreNotDeleted() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			int id = 1000 + round;
			refused(LivePostgres.change("DELETE FROM jobs WHERE state = 'failed'"), "database",
					() -> postgres.sql("INSERT INTO jobs VALUES (" + id + ", 'failed')"));
			assertThat(postgres.ask("SELECT count(*) FROM jobs")).isEqualTo(Integer.toString(51 + round));
		}
	}

	@Test
	void aResourceThatChangedIsNotReplaced() {
		for (int round = 0; round < ROUNDS; round++) {
			refused(LiveHttp.put("/items/1", "{}"), "service", VERSION::incrementAndGet);
		}
		assertThat(PUTS).hasValue(0);
	}

	private void refused(Action action, String target, Meanwhile meanwhile) {
		RunId run = this.house.action("s", action, new TargetHint.Written(target)).start("sandbox");
		StepRun planned = this.house.awaitPlan(run, "s");
		try {
			meanwhile.happens();
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
		this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "an old plan", target);
		Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> this.house.step(run, "s").outcome() != null);
		StepRun after = this.house.step(run, "s");
		assertThat(after.outcome().kind()).isEqualTo(StepOutcome.Kind.REFUSED);
		assertThat(after.state()).isEqualTo(StepState.READY);
		assertThat(after.difference()).isNotNull();
	}

	/** What somebody else does. */
	private interface Meanwhile {

		void happens() throws Exception;

	}

}
