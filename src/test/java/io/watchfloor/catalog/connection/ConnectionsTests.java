package io.watchfloor.catalog.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.watchfloor.audit.FakeAuthority;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.catalog.connection.Attempt.Result;
import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where a target cannot be reached, the stage says so, and those behind it are not tried.
 */
class ConnectionsTests {

	private static final TargetId ID = new TargetId(new SystemId("shop"), "test", "thing");

	private final FakeAuthority authority = new FakeAuthority(Permission.values());

	private final Thing thing = new Thing();

	private final List<AuditEntry> recorded = new ArrayList<>();

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	private List<Attempt> attempts(String url) {
		List<Attempt> attempts = new ArrayList<>();
		new Connections(new OneTarget(url), this.authority, List.of(this.thing), new Recorded(this.recorded),
				Duration.ofSeconds(1))
			.test(ID, attempts::add);
		return attempts;
	}

	private static List<String> words(List<Attempt> attempts) {
		return attempts.stream().map((attempt) -> attempt.stage().label() + " " + attempt.result()).toList();
	}

	@Test
	void whoTestedWhatAndWhatCameOfItIsOnRecord() {
		attempts(url());
		assertThat(this.recorded).singleElement().satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("connection.tested");
			assertThat(entry.target()).isEqualTo(ID.toString());
			assertThat(entry.result()).isEqualTo("SUCCEEDED");
			assertThat(entry.details().get("stages")).contains("Sign-in");
		});
		this.recorded.clear();
		attempts("http://nothing.invalid:1");
		assertThat(this.recorded).singleElement().satisfies((entry) -> {
			assertThat(entry.result()).isEqualTo("FAILED");
			assertThat(entry.details()).containsEntry("failed at", "Name");
		});
	}

	@Test
	void nobodysAddressIsRefusedAtItsName() {
		assertThat(words(attempts("http://169.254.169.254:80"))).containsExactly("Name FAILS");
	}

	@Test
	void everyStageIsToldWithItsTime() {
		List<Attempt> attempts = attempts(url());
		assertThat(words(attempts)).containsExactly("Name WORKS", "Route WORKS", "TLS NOT_TRIED", "Sign-in WORKS",
				"Permission WORKS");
		assertThat(attempts.get(3).detail()).isEqualTo("ada at thing");
		assertThat(attempts.get(1).took()).isPositive();
	}

	@Test
	void aNameThatNobodyKnowsEndsIt() {
		List<Attempt> attempts = attempts("http://nothing.invalid");
		assertThat(words(attempts)).containsExactly("Name FAILS");
		assertThat(attempts.getFirst().detail()).contains("No address is known for nothing.invalid");
		assertThat(this.thing.signedIn).isZero();
	}

	@Test
	void aClosedPortEndsIt() throws IOException {
		this.server.close();
		List<Attempt> attempts = attempts(url());
		assertThat(words(attempts)).containsExactly("Name WORKS", "Route FAILS");
		assertThat(attempts.getLast().detail()).contains("refused the connection");
		assertThat(this.thing.signedIn).isZero();
	}

	@Test
	void aServerThatSpeaksNoTlsFailsThere() {
		Thread.ofVirtual().start(() -> {
			for (int i = 0; i < 2; i++) {
				try (var connection = this.server.accept()) {
					connection.getOutputStream()
						.write("220 hello\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
				}
				catch (IOException closed) {
					return;
				}
			}
		});
		List<Attempt> attempts = attempts(url().replace("http:", "https:"));
		assertThat(words(attempts)).containsExactly("Name WORKS", "Route WORKS", "TLS FAILS");
		assertThat(attempts.getLast().detail()).contains("TLS handshake");
	}

	@Test
	void aRefusedSignInSaysWhatTheConnectorSays() {
		this.thing.refusal = new Problem(Problem.Category.REFUSED_BY_POLICY, "The password is wrong. Mend the secret.");
		assertThat(attempts(url()).getLast()).extracting(Attempt::stage, Attempt::result, Attempt::detail)
			.containsExactly(Stage.SIGN_IN, Result.FAILS, "The password is wrong. Mend the secret.");
	}

	@Test
	void whatHangsOrBreaksIsGivenUpAndSaysSo() {
		this.thing.hangs = true;
		assertThat(attempts(url()).getLast().detail()).isEqualTo("No answer within 1 s.");
		this.thing.hangs = false;
		this.thing.refusal = new IllegalStateException("secret detail");
		assertThat(attempts(url()).getLast().detail()).contains("nobody foresaw").doesNotContain("secret detail");
	}

	@Test
	void whoMayNotIsRefusedAndNothingIsSent() {
		this.authority.revoke(Permission.TEST_CONNECTIONS);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> attempts(url()));
		assertThat(this.thing.signedIn).isZero();
	}

	/** A connector whose sign-in does what the test says. */
	private static final class Thing implements ConnectionProbe {

		private RuntimeException refusal;

		private boolean hangs;

		private int signedIn;

		@Override
		public String kind() {
			return "thing";
		}

		@Override
		public Optional<Endpoint> endpoint(Target target) {
			return Endpoint.of(target.setting("url"));
		}

		@Override
		public String signIn(Target target) {
			this.signedIn++;
			if (this.hangs) {
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException givenUp) {
					throw new IllegalStateException(givenUp);
				}
			}
			if (this.refusal != null) {
				throw this.refusal;
			}
			return "ada at thing";
		}

		@Override
		public Optional<String> permission(Target target) {
			return Optional.of("everything");
		}

	}

	/** A catalog with one target. */
	private record OneTarget(String url) implements Catalog {

		@Override
		public List<OperatedSystem> systems() {
			Target target = new Target(ID, "thing", Map.of("url", this.url), Map.of(), List.of());
			return List.of(new OperatedSystem(ID.system(), "Shop", "", "", "", List.of(), List.of(),
					List.of(new Environment("test", false, Map.of(), List.of(target))), List.of()));
		}

		@Override
		public List<CatalogError> errors() {
			return List.of();
		}

	}

	/** Keeps what would be on record. */
	private record Recorded(List<AuditEntry> entries) implements AuditLog {

		@Override
		public long append(AuditEntry entry) {
			this.entries.add(entry);
			return this.entries.size();
		}

		@Override
		public boolean writable() {
			return true;
		}

	}

}
