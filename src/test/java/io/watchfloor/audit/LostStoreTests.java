package io.watchfloor.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;

import io.watchfloor.kernel.Problem;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What callers learn when the store goes away, at each moment it can. */
class LostStoreTests {

	private static final AuditSettings IMPATIENT = new AuditSettings(Duration.ofMillis(500), 1000,
			Duration.ofMinutes(10), Duration.ofHours(24));

	private final AuditDatabase database = new AuditDatabase();

	private final Wire wire = new Wire(this.database.port());

	private final AuditFixture node;

	private final AuditLog log;

	LostStoreTests(@TempDir Path folder) throws IOException {
		this.node = new AuditFixture(this.database.source(this.wire.port()), folder, IMPATIENT, Clock.systemUTC());
		this.log = this.node.log();
	}

	@AfterEach
	void close() throws Exception {
		this.wire.close();
		this.node.close();
		this.database.close();
	}

	@Test
	void aCommitWhoseAnswerWasLostIsFoundAgainAndWrittenOnce() {
		this.log.append(AuditFixture.entry("step.intended"));
		this.wire.cutAfterNext(Wire.INSERT_AND_COMMIT);
		assertThat(this.log.append(AuditFixture.entry("step.ended"))).isEqualTo(2);
		assertThat(count()).isEqualTo(2);
		assertThat(this.log.append(AuditFixture.entry("step.intended"))).isEqualTo(3);
	}

	@Test
	void aCommitThatNeverArrivedIsSentAgain() {
		this.log.append(AuditFixture.entry("step.intended"));
		this.wire.cutBeforeNext(Wire.INSERT_AND_COMMIT);
		assertThat(this.log.append(AuditFixture.entry("step.ended"))).isEqualTo(2);
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void theFirstCommitOfAConnectionIsSettledToo() {
		this.wire.cutAfterNext(Wire.COMMIT);
		assertThat(this.log.append(AuditFixture.entry("step.intended"))).isEqualTo(1);
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void aFirstCommitThatNeverArrivedIsSentAgain() {
		this.wire.cutBeforeNext(Wire.COMMIT);
		assertThat(this.log.append(AuditFixture.entry("step.intended"))).isEqualTo(1);
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void whenNobodyCanBeAskedTheExceptionSaysThatItIsNotKnown() {
		this.wire.cutAfterNext(Wire.COMMIT);
		this.wire.andForGood();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.log.append(AuditFixture.entry("step.intended")))
			.withMessageContaining("not known whether");
		assertThat(this.log.writable()).isFalse();
	}

	@Test
	void anIdleConnectionThatDiedIsRenewedUnnoticed() {
		this.log.append(AuditFixture.entry("step.intended"));
		this.database.execute("""
				select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid()""");
		assertThat(this.log.append(AuditFixture.entry("step.ended"))).isEqualTo(2);
	}

	@Test
	void anAppendThatGetsNoTurnIsRefusedInBoundedTimeAndNeverWritten() throws Exception {
		try (Connection other = this.database.source().getConnection()) {
			other.setAutoCommit(false);
			other.createStatement().execute("select pg_advisory_xact_lock(33608090995943796)");
			long start = System.nanoTime();
			assertThatExceptionOfType(Problem.class)
				.isThrownBy(() -> this.log.append(AuditFixture.entry("step.intended")))
				.withMessageContaining("was not recorded");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
			assertThat(this.log.writable()).isFalse();
		}
		await().untilAsserted(() -> assertThat(this.log.writable()).isTrue());
		assertThat(this.log.append(AuditFixture.entry("step.ended"))).isEqualTo(1);
	}

	private int count() {
		return this.database.jooq().fetchCount(DSL.table("audit.record"));
	}

}
