package io.watchfloor.action;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Every connector, every spelling: nothing goes where no service stands. */
class NobodysAddressTests {

	private static final String FINGERPRINT = "SHA256:" + "a".repeat(43);

	/** As URLs and settings spell it, and as the resolvers of this machine read it. */
	private static final List<String> SPELLINGS = List.of("169.254.169.254", "[::ffff:169.254.169.254]",
			"[::ffff:a9fe:a9fe]", "[fd00:ec2::254]", "[fe80::1]", "2852039166", "169.254.43518", "0xa9fea9fe",
			"0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376", "100.100.100.200", "[64:ff9b::a9fe:a9fe]",
			"[2002:a9fe:a9fe::1]", "0.0.0.0", "224.0.0.1");

	/** What some readers of addresses take for no address at all; that is refused too. */
	private static final List<String> UNREADABLE = List.of("0xa9fea9fe", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376",
			"2852039166", "169.254.43518");

	private static final String KEY = key();

	private static AnnotationConfigApplicationContext context;

	private static final Map<String, ConnectionProbe> PROBES = new TreeMap<>();

	@BeforeAll
	static void start() {
		context = new AnnotationConfigApplicationContext();
		context.registerBean(Secrets.class, NoSecrets::new);
		context.registerBean(Clock.class, Clock::systemUTC);
		context.scan("io.watchfloor.action");
		context.refresh();
		context.getBeansOfType(ConnectionProbe.class).values().forEach((probe) -> PROBES.put(probe.kind(), probe));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	/** A target of each kind that leads to a host. */
	private static Map<String, Map<String, String>> settings(String host) {
		Map<String, Map<String, String>> kinds = new TreeMap<>();
		kinds.put("http", Map.of("url", "http://" + host + ":1"));
		kinds.put("prometheus", Map.of("url", "http://" + host + ":1"));
		kinds.put("kubernetes", Map.of("server", "http://" + host + ":1"));
		kinds.put("docker", Map.of("engine", "tcp://" + host + ":1"));
		kinds.put("host", Map.of("via", "ssh", "address", host + ":1", "user", "u", "fingerprint", FINGERPRINT));
		kinds.put("postgres", Map.of("url", "postgresql://" + host + ":1/db", "user", "u"));
		kinds.put("redis", Map.of("url", "redis://" + host + ":1"));
		kinds.put("aws", Map.of("region", "eu-west-1", "endpoint", "http://" + host + ":1"));
		return kinds;
	}

	static Stream<Arguments> ways() {
		List<Arguments> ways = new ArrayList<>();
		for (String spelling : SPELLINGS) {
			settings(spelling).forEach((kind, settings) -> ways.add(Arguments.of(kind, spelling, settings)));
		}
		return ways.stream();
	}

	private static Target target(String kind, Map<String, String> settings) {
		Map<String, SecretReference> secrets = switch (kind) {
			case "aws" -> Map.of("access-key-id", new SecretReference("env", "a"), "secret-access-key",
					new SecretReference("env", "b"));
			case "host" -> Map.of("key", new SecretReference("env", KEY));
			default -> Map.of();
		};
		return new Target(Targets.target("t", kind, settings).id(), kind, settings, secrets, List.of());
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("ways")
	void nothingIsSent(String kind, String spelling, Map<String, String> settings) {
		Throwable refused = catchThrowable(() -> PROBES.get(kind).signIn(target(kind, settings)));
		assertThat(refused).as("%s to %s", kind, spelling).isInstanceOf(Problem.class);
		assertThat(refused).satisfiesAnyOf((problem) -> assertThat(problem).hasMessageContaining("Nothing was sent"),
				(problem) -> assertThat(problem).hasMessageContaining("must look like"),
				(problem) -> assertThat(UNREADABLE).as("%s is no address: %s", spelling, problem.getMessage())
					.contains(spelling));
	}

	@Test
	void everyKindThatGoesSomewhereIsInTheTable() {
		assertThat(PROBES.keySet()).containsExactlyInAnyOrderElementsOf(
				Stream.concat(settings("h").keySet().stream(), Stream.of("compose")).toList());
	}

	@Test
	void theCatalogCanAllowIt() {
		settings("169.254.169.254").forEach((kind, settings) -> {
			if (!kind.equals("aws")) {
				Map<String, String> allowed = new TreeMap<>(settings);
				allowed.put("link-local", "allowed");
				Throwable tried = catchThrowable(() -> PROBES.get(kind).signIn(target(kind, allowed)));
				assertThat(String.valueOf(tried.getMessage())).as(kind).doesNotContain("Nothing was sent: 169");
			}
		});
	}

	private static String key() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return "-----BEGIN PRIVATE KEY-----\n"
					+ Base64.getMimeEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
					+ "\n-----END PRIVATE KEY-----\n";
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
