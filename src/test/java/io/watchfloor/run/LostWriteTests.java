package io.watchfloor.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.action.Settlement;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.TestStore;
import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each write of a step is lost once, before it is committed and after: the connection is
 * cut, and nobody told the console whether it did. The same for each append to the audit
 * log.
 */
class LostWriteTests {

	/** A step writes less often. */
	private static final int WRITES = 14;

	private static final int APPENDS = 3;

	private static final Set<StepState> TO_DO = EnumSet.of(StepState.READY, StepState.PLANNED, StepState.FAILED);

	private static TestStore store;

	private static HikariDataSource pool;

	@BeforeAll
	static void open() {
		store = TestStore.create();
		pool = RunHouse.pool(store.jdbcUrl());
		// What a thread could not write is what this is about
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
	}

	@AfterAll
	static void close() {
		Awaitility.reset();
		pool.close();
		store.close();
	}

	static Stream<Arguments> writes() {
		return points(WRITES);
	}

	static Stream<Arguments> appends() {
		return points(APPENDS);
	}

	private static Stream<Arguments> points(int count) {
		return IntStream.range(0, count)
			.boxed()
			.flatMap((number) -> Stream.of(Arguments.of(number, false), Arguments.of(number, true)));
	}

	@ParameterizedTest(name = "write {0}, committed: {1}")
	@MethodSource("writes")
	void aWriteThatIsLostLosesAndRepeatsNothing(int number, boolean committed) {
		AtomicInteger left = new AtomicInteger(-1);
		try (RunHouse house = new RunHouse(DSL.using(Interception.of(pool, (write) -> {
			if (left.get() < 0 || left.getAndDecrement() != 0) {
				return write.go();
			}
			if (committed) {
				write.go();
			}
			throw new SQLException("the connection was cut", "08006");
		}), SQLDialect.POSTGRES))) {
			onceAndRecorded(house, () -> left.set(number), () -> left.set(-1));
		}
	}

	@ParameterizedTest(name = "append {0}, appended: {1}")
	@MethodSource("appends")
	void anAppendThatFailsLosesAndRepeatsNothing(int number, boolean appended) {
		try (RunHouse house = new RunHouse(store)) {
			AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
			Consumer<AuditEntry> full = (_) -> {
				if (left.getAndDecrement() <= 0) {
					throw new Problem(Problem.Category.UNREACHABLE, "The audit log is full.");
				}
			};
			onceAndRecorded(house, () -> {
				left.set(number);
				if (appended) {
					house.audit.after = full;
				}
				else {
					house.audit.before = full;
				}
			}, () -> left.set(Integer.MAX_VALUE));
		}
	}

	private static void onceAndRecorded(RunHouse house, Runnable arm, Runnable mend) {
		house.shelf.probing = (_) -> house.shelf.journal.isEmpty() ? Settlement.Finding.DID_NOT_HAPPEN
				: Settlement.Finding.HAPPENED;
		house.shelf.sending = (_, _) -> assertThat(house.audit.actions()).as("intent before effect")
			.contains("step.intended");
		RunId run = house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = house.awaitState(run, "b", StepState.PLANNED);
		arm.run();
		confirm(house, planned);
		quiet(house, run);
		mend.run();
		comesToItsEnd(house, run);
		assertThat(house.shelf.journal).as("effects").hasSize(1);
		assertThat(house.audit.actions()).containsAnyOf("step.outcome", "step.settled").contains("step.verified");
	}

	private static void confirm(RunHouse house, StepRun planned) {
		try {
			house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "", "");
		}
		catch (RuntimeException toldSo) {
			// The person is told; whether it goes on, the page shows
		}
	}

	/** Until nothing happens by itself any more. */
	private static void quiet(RunHouse house, RunId run) {
		AtomicInteger same = new AtomicInteger();
		StepRun[] last = new StepRun[1];
		Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(20)).until(() -> {
			StepRun now = house.step(run, "b");
			same.set(now.equals(last[0]) ? same.get() + 1 : 0);
			last[0] = now;
			return same.get() > 5;
		});
	}

	private static void comesToItsEnd(RunHouse house, RunId run) {
		house.allNodesFallSilent();
		Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(20)).until(() -> {
			house.later(Duration.ofSeconds(12));
			house.beat();
			StepRun now = house.step(run, "b");
			if (TO_DO.contains(now.state())) {
				assertThat(house.shelf.journal).as("nothing says it is to do what was done").isEmpty();
				confirm(house, house.confirmations().preview(now.ref()));
			}
			if (now.state() == StepState.DONE) {
				assertThat(house.shelf.journal).as("nothing is done that was not").hasSize(1);
			}
			return now.state() == StepState.DONE && house.audit.actions().contains("step.verified");
		});
	}

}
