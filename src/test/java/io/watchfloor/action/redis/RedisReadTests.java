package io.watchfloor.action.redis;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedisReadTests {

	private static LiveRedis redis;

	private static Actions actions;

	@BeforeAll
	static void start() throws IOException {
		redis = new LiveRedis("--requirepass", "s3cret", "--databases", "16");
		actions = Connectors.of(handlers(redis.servers));
	}

	static List<ActionHandler<?>> handlers(RedisServers servers) {
		Clock clock = Clock.systemUTC();
		return List.of(new PingHandler(servers, clock), new InfoHandler(servers, clock),
				new DatabaseSizeHandler(servers, clock), new ConfigGetHandler(servers, clock),
				new ScanKeysHandler(servers, clock), new DeleteByPatternHandler(servers, clock),
				new DeleteKeysHandler(servers, clock), new FlushHandler(servers, clock),
				new ConfigSetHandler(servers, clock), new RedisQueryHandler(servers, clock),
				new RedisWriteHandler(servers, clock), new BackgroundSaveHandler(servers, clock),
				new LatencyHandler(servers, clock), new BigKeysHandler(servers, clock));
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	private static Target target(String password) {
		return Targets.withPassword("cache", "redis", Map.of("url", "redis://127.0.0.1:" + redis.port()), password);
	}

	private static Reading read(Action action) {
		return actions.read(action, target("s3cret"), RunContext.none());
	}

	@Test
	void pingIsPong() {
		Reading reading = read(new Ping());
		assertThat(reading.known()).isTrue();
		assertThat(reading.text()).isEqualTo("PONG");
		assertThat(reading.source()).isEqualTo("PING at 127.0.0.1:" + redis.port() + "/0");
	}

	@Test
	void hitRateIsUnknownUntilSomethingWasLookedUp() {
		redis.commands().configResetstat();
		LineFilter filter = new LineFilter(LineFilter.Kind.CONTAINING, "keyspace", false, 0);
		assertThat(read(new Info("stats", List.of(filter))).known()).isFalse();
		redis.commands().set(new byte[] { 1 }, new byte[] { 1 });
		for (int round = 0; round < 3; round++) {
			redis.commands().get(new byte[] { 1 });
		}
		redis.commands().get(new byte[] { 2 });
		Reading reading = read(new Info("stats", List.of(filter)));
		assertThat(reading.value()).isEqualTo(75.0);
		assertThat(reading.table().rows()).containsExactly(List.of("keyspace_hits", "3"),
				List.of("keyspace_misses", "1"));
		assertThat(
				read(new Info("stats", List.of(new LineFilter(LineFilter.Kind.CONTAINING, "nix", false, 0)))).known())
			.isFalse();
	}

	@Test
	void settingsThatAreSecretStayHidden() {
		assertThat(read(new ConfigGet("*")).text()).contains("requirepass=[hidden]").doesNotContain("s3cret");
		assertThat(read(new ConfigGet("maxmemory-policy")).summary()).isEqualTo("maxmemory-policy=noeviction");
		assertThat(read(new ConfigGet("nonsense")).known()).isFalse();
	}

	@Test
	void aWrongOrMissingPasswordIsUnknownAndSaysSo() {
		assertThat(actions.read(new Ping(), target("wrong"), RunContext.none()).summary()).contains("WRONGPASS");
		Target open = Targets.target("cache", "redis", Map.of("url", "redis://127.0.0.1:" + redis.port()));
		Reading reading = actions.read(new DatabaseSize(), open, RunContext.none());
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("NOAUTH").contains("password");
	}

	@Test
	void aRefusedConnectionIsUnknown() throws IOException {
		Target nobody = Targets.target("cache", "redis", Map.of("url", "redis://127.0.0.1:" + LiveRedis.freePort()));
		Reading reading = actions.read(new Ping(), nobody, RunContext.none());
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("cannot be reached").contains("refused");
	}

	@Test
	void garbageAndSilenceAreUnknown() throws IOException {
		assertThat(fake("HTTP/1.1 400 Bad Request\r\n\r\n").known()).isFalse();
		assertThat(fake("+HELLO\r\n+HELLO\r\n").known()).isFalse();
		assertThat(fake("").known()).isFalse();
	}

	@Test
	void aUrlWithAPasswordIsRefused() {
		Target leaking = Targets.target("cache", "redis", Map.of("url", "redis://:pw@127.0.0.1:" + redis.port()));
		assertThat(actions.read(new Ping(), leaking, RunContext.none()).summary()).contains("carries user or password")
			.doesNotContain("pw@");
	}

	/** A server that says the same to everybody. */
	private static Reading fake(String answer) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> answerAll(server, answer));
			return actions.read(new Ping(),
					Targets.target("cache", "redis", Map.of("url", "redis://127.0.0.1:" + server.getLocalPort())),
					RunContext.none());
		}
	}

	private static void answerAll(ServerSocket server, String answer) {
		while (!server.isClosed()) {
			try {
				Socket socket = server.accept();
				OutputStream out = socket.getOutputStream();
				out.write(answer.getBytes(StandardCharsets.UTF_8));
				out.flush();
			}
			catch (IOException closed) {
				return;
			}
		}
	}

}
