package io.watchfloor.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.HostileServer.Way;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every connector against targets that hang, refuse, answer nonsense or break off: in
 * time, a reading is unknown, a plan is a problem in words, an execution is FAILED or
 * UNKNOWN, and no connection is left.
 */
class HostileTargetsTests {

	/**
	 * No look and no change takes longer before it says so, on a machine that has other
	 * work too: the SDK of AWS gives a call a minute.
	 */
	private static final Duration DEADLINE = Duration.ofMinutes(3);

	/** A look and a change of each kind. */
	private static final Map<String, List<String>> LINES = new TreeMap<>(Map.of("http",
			List.of("curl /api/health/ready | jq .status", "curl -X DELETE /items/1"), "prometheus", List.of("", ""),
			"redis", List.of("redis-cli ping", "redis-cli bgsave"), "postgres",
			List.of("psql -c 'SELECT 1'", "psql -c 'VACUUM'"), "kubernetes",
			List.of("kubectl get pods", "kubectl cordon node-1"), "docker", List.of("docker ps", "docker restart web"),
			"aws", List.of("aws sqs list-queues", "aws sqs delete-queue --queue-url http://127.0.0.1/1/q"), "host",
			List.of("uptime", "systemctl restart web")));

	@TempDir
	private static Path folder;

	private static AnnotationConfigApplicationContext context;

	private static Actions actions;

	private static String key;

	private static final Map<String, HostileServer> servers = new TreeMap<>();

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		context = new AnnotationConfigApplicationContext();
		context.registerBean(Secrets.class, NoSecrets::new);
		context.registerBean(Clock.class, Clock::systemUTC);
		context.scan("io.watchfloor.action");
		context.refresh();
		actions = context.getBean(Actions.class);
		Path keygen = RealServers.require("ssh-keygen", "openssh-client");
		Path file = folder.resolve("key");
		assertThat(new ProcessBuilder(keygen.toString(), "-q", "-t", "ed25519", "-N", "", "-f", file.toString()).start()
			.waitFor()).isZero();
		key = Files.readString(file);
		for (String kind : LINES.keySet()) {
			for (Way way : Way.values()) {
				servers.put(kind + " " + way, new HostileServer(way));
			}
		}
	}

	@AfterAll
	static void stop() throws IOException {
		context.close();
		for (HostileServer server : servers.values()) {
			server.close();
		}
	}

	private static Target target(String kind, int port) {
		String place = "127.0.0.1:" + port;
		Map<String, String> settings = switch (kind) {
			case "http", "prometheus" -> Map.of("url", "http://" + place);
			case "redis" -> Map.of("url", "redis://" + place + "/0");
			case "postgres" -> Map.of("url", "postgresql://" + place + "/shop", "user", "shop");
			case "kubernetes" -> Map.of("server", "http://" + place);
			case "docker" -> Map.of("engine", "tcp://" + place);
			case "aws" -> Map.of("region", "us-east-1", "endpoint", "http://" + place);
			case "host" ->
				Map.of("via", "ssh", "address", place, "user", "ops", "fingerprint", "SHA256:" + "a".repeat(43));
			default -> throw new IllegalArgumentException(kind);
		};
		Map<String, SecretReference> secrets = switch (kind) {
			case "host" -> Map.of("key", new SecretReference("file", key));
			case "aws" -> Map.of("access-key-id", new SecretReference("env", "test"), "secret-access-key",
					new SecretReference("env", "test"));
			case "postgres" -> Map.of("password", new SecretReference("env", "test"));
			default -> Map.of();
		};
		return new Target(new TargetId(new SystemId("shop"), "sandbox", kind), kind, settings, secrets, List.of());
	}

	private static Action action(String kind, int which) {
		if (kind.equals("prometheus")) {
			return actions.read("{\"type\":\"prometheus.query\",\"parameters\":{\"expression\":\"up\"}}");
		}
		String line = LINES.getOrDefault(kind, List.of()).get(which);
		if (actions.understand(Lines.pipeline(line)) instanceof Understanding.Understood<ActionCall>(ActionCall call)) {
			return call.action();
		}
		throw new AssertionError(line + " is not understood");
	}

	/**
	 * Tries one thing on every kind in every way, all at once. The JDK's client of HTTP
	 * keeps a socket over which nonsense came for a while; it is not looked at.
	 */
	private static List<String> tried(boolean statuses, boolean changes, Trying trying) throws Exception {
		List<Callable<String>> all = new ArrayList<>();
		for (String kind : LINES.keySet()) {
			for (Way way : Way.values()) {
				boolean slow = changes && kind.equals("aws") && way == Way.HANGS;
				if ((!changes || !kind.equals("prometheus")) && !slow
						&& (statuses || (way != Way.TOO_MANY && way != Way.BROKEN))) {
					all.add(() -> kind + " " + way + ": " + took(kind, way, trying));
				}
			}
		}
		List<String> said = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<String> each : threads.invokeAll(all)) {
				said.add(each.get());
			}
		}
		await().atMost(10, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(servers.entrySet()
				.stream()
				.filter((each) -> !each.getKey().endsWith(Way.GARBAGE.name()) && each.getValue().open() > 0)
				.map(Map.Entry::getKey)).as("connections that nobody closed").isEmpty());
		return said;
	}

	private static String took(String kind, Way way, Trying trying) throws Exception {
		long start = System.nanoTime();
		String said = trying.on(kind, target(kind, servers.get(kind + " " + way).port()));
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		return (took.compareTo(DEADLINE) < 0) ? said : "LATE after " + took + ": " + said;
	}

	private interface Trying {

		String on(String kind, Target target) throws Exception;

	}

	@Test
	void aReadingIsUnknownAndSaysWhy() throws Exception {
		List<String> said = tried(true, false, (kind, target) -> {
			Reading reading = actions.read(action(kind, 0), target, RunContext.none());
			return (reading.known() ? "KNOWN " : "unknown ") + reading.summary();
		});
		assertThat(said).hasSize(LINES.size() * Way.values().length)
			.allSatisfy((each) -> assertThat(each).matches("(?s)\\w+ \\w+: unknown .{10,}"));
	}

	@Test
	void aPlanIsAProblemInWords() throws Exception {
		List<String> said = tried(false, true, (kind, target) -> {
			try {
				return "PLANNED " + actions.preview(action(kind, 1), target).plan();
			}
			catch (Problem problem) {
				return "problem " + problem.getMessage();
			}
		});
		assertThat(said).allSatisfy((each) -> assertThat(each).matches("(?s)\\w+ \\w+: problem .{10,}"));
	}

	@Test
	void anExecutionIsFailedOrUnknown() throws Exception {
		Plan empty = new Plan(List.of(), List.of(), List.of(), List.of(), List.of(), "None.",
				Plan.DoneWhen.untold("nobody looks"), new TreeMap<>(), Instant.EPOCH);
		List<String> said = tried(true, true, (kind, target) -> {
			Action action = action(kind, 1);
			return switch (actions.changes(action).execute(action, empty, target, new Recorder(empty) {
				@Override
				public void making(Plan.Call call) {
					// whatever it is, nobody answers
				}
			})) {
				case Outcome.Failed(String message) -> "failed " + message;
				case Outcome.Unknown(String message) -> "unknown " + message;
				case Outcome.Refused(String message) -> "failed before it was sent " + message;
				case Outcome.Succeeded(String message, var _) -> "SUCCEEDED " + message;
			};
		});
		assertThat(said).allSatisfy((each) -> assertThat(each).matches("(?s)\\w+ \\w+: (failed|unknown) .{10,}"));
	}

}
