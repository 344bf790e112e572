package io.watchfloor.sandbox;

import java.sql.SQLException;
import java.util.List;

import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Risk;
import io.watchfloor.sandbox.sample.SampleSystem;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SampleDataTests {

	private final SandboxFixture fixture = SandboxFixture.healthy();

	private final Client customerSuccess = new Client(this.fixture.running(SampleSystem.CUSTOMER_SUCCESS));

	private final Client orderDesk = new Client(this.fixture.running(SampleSystem.ORDERDESK));

	@Test
	void everySystemHasAnEnvironmentThatItsRunbooksLinesReach() {
		Environment environment = this.fixture.environments.environments(SampleSystem.CUSTOMER_SUCCESS.id()).getFirst();
		assertThat(environment.name()).isEqualTo("sandbox");
		assertThat(environment.production()).isFalse();
		assertThat(environment.targets()).extracting(Target::kind).containsExactly("postgres", "redis", "http", "aws");
		assertThat(environment.targets()).flatExtracting(Target::writtenAs)
			.contains("$DATABASE_URL", "$REDIS_URL", "https://cs-mcp.yourcompany.com");
		assertThat(environment.friction(Risk.DESTRUCTIVE).typeName()).isTrue();
		assertThat(environment.friction(Risk.DISRUPTIVE).reason()).isTrue();
		assertThat(environment.friction(Risk.DESTRUCTIVE).secondPerson()).isFalse();
	}

	@Test
	void theDatabasesHoldTheSystemsTables() throws SQLException {
		assertThat(this.customerSuccess.number("select count(*) from customers")).isEqualTo(2_000);
		assertThat(this.customerSuccess
			.number("select count(*) from pg_indexes where indexname = 'idx_customers_health_score'")).isEqualTo(1);
		assertThat(this.customerSuccess.number("select count(*) from pg_stat_statements")).isPositive();
		assertThat(this.orderDesk.number("select count(*) from orders")).isEqualTo(6_000);
	}

	@Test
	void theRowsAreTheSameEveryTime() throws SQLException {
		String fingerprint = "select ('x' || substr(md5(string_agg(name || health_score, ',' order by id)), 1, 8))::bit(32)::int from customers";
		long before = this.customerSuccess.number(fingerprint);
		this.fixture.sandbox.resetSampleData(SampleSystem.CUSTOMER_SUCCESS.id());
		assertThat(this.customerSuccess.number(fingerprint)).isEqualTo(before);
		assertThat(this.customerSuccess.keys("health_score:")).isEqualTo(2_000);
	}

	@Test
	void vacuumHasSomethingToDo() throws SQLException {
		this.fixture.sandbox.resetSampleData(SampleSystem.ORDERDESK.id());
		String dead = "select n_dead_tup from pg_stat_user_tables where relname = 'orders'";
		await().atMost(10, SECONDS).untilAsserted(() -> assertThat(this.orderDesk.number(dead)).isGreaterThan(4_000));
	}

	@Test
	void redisHoldsSamplesWithHostileNamesAndHasStatistics() {
		this.fixture.sandbox.resetSampleData(SampleSystem.CUSTOMER_SUCCESS.id());
		assertThat(this.customerSuccess.system().cache().size()).isBetween(4_900L, 5_100L);
		assertThat(this.customerSuccess.system().cache().get("session:nul\0inside")).isPresent();
		assertThat(this.customerSuccess.system().cache().get("session:line\nbreak")).isPresent();
	}

	@Test
	void signingInNeedsThePassword() {
		assertThatThrownBy(() -> java.sql.DriverManager
			.getConnection(this.customerSuccess.system().databaseUrl(), "postgres", "guess")
			.close()).isInstanceOf(SQLException.class).hasMessageContaining("password");
	}

	@Test
	void metricsMoveBecauseTheApplicationIsUsed() {
		double before = this.customerSuccess.metric("tool_execution_total");
		await().atMost(10, SECONDS)
			.until(() -> this.customerSuccess.metric("tool_execution_total") > before + 3
					&& this.customerSuccess.metric("cache_hits_total") > 0);
		assertThat(List.of(this.customerSuccess.metric("database_connections_max"))).containsExactly(20.0);
		assertThat(this.orderDesk.body("/health/detailed")).contains("\"cache\":{", "\"database\":{");
		assertThat(this.orderDesk.body("/metrics")).contains("http_requests_total{", "errors_total{",
				"cache_operations_total{");
	}

}
