package io.watchfloor.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.sandbox.sample.SampleSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Each fault does what it says, and can be put right. */
class FaultTests {

	private final SandboxFixture fixture = SandboxFixture.healthy();

	private final Client client = new Client(this.fixture.running(SampleSystem.CUSTOMER_SUCCESS));

	@AfterEach
	void putRight() {
		SandboxFixture.healthy();
		assertThat(this.fixture.sandbox.injected()).isZero();
		awaitHealth("\"healthy\"");
	}

	@Test
	void serviceDownRefusesConnectionsUntilCleared() throws IOException, InterruptedException {
		inject(FaultKind.SERVICE_DOWN);
		assertThatThrownBy(() -> this.client.get("/health")).isInstanceOf(ConnectException.class);
		clear(FaultKind.SERVICE_DOWN);
		assertThat(this.client.get("/health").statusCode()).isEqualTo(200);
	}

	@Test
	void errorRateLetsCallsFailAndTheCounterClimb() {
		double before = errors();
		inject(FaultKind.ERROR_RATE);
		await().atMost(15, SECONDS).until(() -> errors() >= before + 2);
		clear(FaultKind.ERROR_RATE);
		assertThat(injected(FaultKind.ERROR_RATE)).isFalse();
	}

	@Test
	void slowAnswersHoldHealthBackButNotMetrics() throws IOException, InterruptedException {
		inject(FaultKind.SLOW_ANSWERS);
		long start = System.nanoTime();
		this.client.get("/health");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_900));
		clear(FaultKind.SLOW_ANSWERS);
		assertThat(injected(FaultKind.SLOW_ANSWERS)).isFalse();
	}

	@Test
	void slowQueriesShowInTheServersActivityUntilSomebodyTerminatesThem() throws SQLException {
		String activity = "select count(*) from pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()";
		inject(FaultKind.SLOW_QUERIES);
		await().atMost(10, SECONDS).until(() -> this.client.number(activity) == 2);
		this.client.number("""
				select count(pg_terminate_backend(pid)) from pg_stat_activity
				where query like '%pg_sleep%' and pid <> pg_backend_pid()""");
		await().atMost(10, SECONDS).until(() -> !injected(FaultKind.SLOW_QUERIES));
		inject(FaultKind.SLOW_QUERIES);
		clear(FaultKind.SLOW_QUERIES);
		await().atMost(10, SECONDS).until(() -> this.client.number(activity) == 0);
	}

	@Test
	void idleInTransactionHoldsItsLockUntilCleared() throws SQLException {
		String locks = "select count(*) from pg_stat_activity where state = 'idle in transaction' and application_name = 'import-job'";
		inject(FaultKind.IDLE_IN_TRANSACTION);
		assertThat(this.client.number(locks)).isEqualTo(1);
		clear(FaultKind.IDLE_IN_TRANSACTION);
		await().atMost(10, SECONDS).until(() -> this.client.number(locks) == 0);
	}

	@Test
	void exhaustedConnectionsTakeTheApplicationDownUntilTheLeakIsTerminated() throws SQLException {
		inject(FaultKind.CONNECTIONS_EXHAUSTED);
		assertThatThrownBy(() -> this.client.system().database().connectBeside("one more").close())
			.hasMessageContaining("too many connections");
		assertThat(this.client.body("/health")).contains("\"unhealthy\"", "database does not answer");
		assertThat(this.client.metric("database_connections_active")).isEqualTo(20);
		this.client.number("""
				select count(pg_terminate_backend(pid)) from pg_stat_activity
				where usename = 'cs_mcp_app' and state = 'idle in transaction'""");
		await().atMost(15, SECONDS).until(() -> !injected(FaultKind.CONNECTIONS_EXHAUSTED));
		awaitHealth("\"healthy\"");
	}

	@Test
	void stoppedRedisDegradesTheApplicationUntilItIsBack() {
		inject(FaultKind.REDIS_STOPPED);
		assertThat(this.client.system().redis().answers()).isFalse();
		assertThat(this.client.body("/health")).contains("\"degraded\"", "cache does not answer");
		clear(FaultKind.REDIS_STOPPED);
		assertThat(this.client.system().redis().answers()).isTrue();
		assertThat(this.client.keys("health_score:")).isEqualTo(2_000);
	}

	@Test
	void staleKeysAreCuredByDeletingThemByPattern() {
		inject(FaultKind.REDIS_KEYS_STALE);
		assertThat(this.client.keys("health_score:")).isEqualTo(4_000);
		assertThat(this.client.body("/health")).contains("\"degraded\"", "stale health scores");
		double misses = this.client.metric("cache_misses_total");
		await().atMost(15, SECONDS).until(() -> this.client.metric("cache_misses_total") > misses + 10);
		deleteAll("health_score:");
		assertThat(this.client.body("/health")).contains("\"healthy\"");
		assertThat(this.client.keys("session:")).isGreaterThan(700);
		await().atMost(20, SECONDS).until(() -> this.client.keys("health_score:") == 2_000);
		double hits = this.client.metric("cache_hits_total");
		await().atMost(15, SECONDS).until(() -> this.client.metric("cache_hits_total") > hits + 10);
	}

	@Test
	void aNearlyFullDiskShowsInHealthAndMetrics() {
		double before = this.client.metric("disk_used_bytes");
		inject(FaultKind.DISK_NEARLY_FULL);
		assertThat(this.client.body("/health")).contains("\"degraded\"", "disk");
		assertThat(this.client.metric("disk_used_bytes") / this.client.metric("disk_total_bytes")).isGreaterThan(0.95);
		clear(FaultKind.DISK_NEARLY_FULL);
		assertThat(this.client.metric("disk_used_bytes")).isEqualTo(before);
	}

	private void inject(FaultKind kind) {
		this.fixture.sandbox.inject(SampleSystem.CUSTOMER_SUCCESS.id(), kind);
		assertThat(injected(kind)).isTrue();
	}

	private void clear(FaultKind kind) {
		this.fixture.sandbox.clear(SampleSystem.CUSTOMER_SUCCESS.id(), kind);
		assertThat(injected(kind)).isFalse();
	}

	private boolean injected(FaultKind kind) {
		return this.fixture.sandbox.systems()
			.stream()
			.filter((system) -> system.id().equals(SampleSystem.CUSTOMER_SUCCESS.id()))
			.flatMap((system) -> system.faults().stream())
			.anyMatch((fault) -> fault.kind() == kind && fault.injected());
	}

	private double errors() {
		return this.client.body("/metrics")
			.lines()
			.filter((line) -> line.startsWith("tool_execution_total") && line.contains("error"))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	private void deleteAll(String prefix) {
		List<String> keys = new ArrayList<>();
		this.client.system().cache().scan(prefix, (values) -> keys.addAll(values.keySet()));
		this.client.system().cache().remove(keys);
	}

	private void awaitHealth(String text) {
		await().atMost(15, SECONDS).until(() -> this.client.body("/health").contains(text));
	}

}
