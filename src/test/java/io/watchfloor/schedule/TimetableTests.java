package io.watchfloor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.testing.MutableClock;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimetableTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration DAY = Duration.ofDays(1);

	private final MutableClock clock = MutableClock.at("2026-03-01T03:00:00Z");

	private final List<Instant> done = new CopyOnWriteArrayList<>();

	private final List<Missed> told = new CopyOnWriteArrayList<>();

	private TestStore store;

	@BeforeEach
	void open() {
		this.store = TestStore.create();
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void ofTwoConsolesOneDoesWhatIsDue() {
		try (Console _ = console((turn) -> this.done.add(turn.due()));
				Console _ = console((turn) -> this.done.add(turn.due()))) {
			for (int day = 1; day <= 3; day++) {
				this.clock.advance(DAY);
				int times = day;
				Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.done).hasSize(times));
			}
		}
		assertThat(this.done).containsExactly(Instant.parse("2026-03-01T05:00:00Z"),
				Instant.parse("2026-03-02T05:00:00Z"), Instant.parse("2026-03-03T05:00:00Z"));
	}

	@Test
	void whatWasDueWhileNoConsoleRanIsRecordedAndDoneOnce() {
		console((turn) -> this.done.add(turn.due())).close();
		this.clock.advance(DAY.multipliedBy(3));
		try (Console later = console((turn) -> this.done.add(turn.due()))) {
			Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.told).hasSize(1));
			Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.done).hasSize(1));
			assertThat(later.missed().newest(10)).isEqualTo(this.told);
		}
		Missed missed = this.told.getFirst();
		assertThat(missed.work()).isEqualTo("test.work");
		assertThat(missed.firstDue()).isEqualTo("2026-03-01T05:00:00Z");
		assertThat(missed.lastDue()).isEqualTo("2026-03-02T05:00:00Z");
		assertThat(missed.times()).isEqualTo(2);
		assertThat(missed.reason()).startsWith("No console ran then; the last one before was seen at 2026-03-01T03:0");
	}

	@Test
	void whoLostItsTurnWritesNothing() {
		CountDownLatch lost = new CountDownLatch(1);
		List<Throwable> refused = new CopyOnWriteArrayList<>();
		try (Console _ = console((turn) -> {
			try {
				turn.demandOurs();
				awaitQuietly(lost);
				turn.demandOurs();
			}
			catch (Problem stale) {
				refused.add(stale);
			}
			this.done.add(turn.due());
		})) {
			this.clock.advance(DAY);
			DSLContext jooq = this.store.jooq();
			Awaitility.await().atMost(PATIENCE).until(() -> this.done.isEmpty() ? jooq.execute("""
					update schedule.scheduled_tasks set picked_by = 'another', version = version + 1
					 where task_name = 'test.work' and picked""") : 1, Integer.valueOf(1)::equals);
			lost.countDown();
			Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.done).hasSize(1));
			assertThat(refused).singleElement().asString().contains("Another console took over test.work");
		}
	}

	@Test
	void aDailyTimeFollowsThePlacesClock() {
		Rhythm morning = new Rhythm.Daily(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));
		assertThat(morning.after(Instant.parse("2026-03-27T12:00:00Z"))).isEqualTo("2026-03-28T01:30:00Z");
		assertThat(morning.after(Instant.parse("2026-03-28T01:30:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
		assertThat(morning.after(Instant.parse("2026-03-29T01:30:00Z"))).isEqualTo("2026-03-30T00:30:00Z");
	}

	@Test
	void nothingIsDueAllTheTime() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Rhythm.Every(Duration.ZERO));
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private Console console(Consumer<Turn> work) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(DataSource.class, this.store::dataSource);
		context.registerBean(DSLContext.class, this.store::jooq);
		context.registerBean(Clock.class, () -> this.clock);
		context.registerBean(Authority.class, Everybody::new);
		context.registerBean(DueWork.class, () -> new Daily(work));
		context.addApplicationListener((event) -> {
			if (event instanceof PayloadApplicationEvent<?> told
					&& told.getPayload() instanceof MissedSchedule missed) {
				this.told.add(missed.missed());
			}
		});
		context.scan("io.watchfloor.schedule");
		context.refresh();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.store.jooq()
				.resultQuery("select count(*) from schedule.scheduled_tasks where task_name = 'test.work'")
				.fetchSingle(0, Integer.class) == 1);
		return new Console(context);
	}

	private record Console(AnnotationConfigApplicationContext context) implements AutoCloseable {

		MissedSchedules missed() {
			return this.context.getBean(MissedSchedules.class);
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	private record Daily(Consumer<Turn> work) implements DueWork {

		@Override
		public String name() {
			return "test.work";
		}

		@Override
		public Rhythm rhythm() {
			return new Rhythm.Daily(LocalTime.of(5, 0), ZoneId.of("UTC"));
		}

		@Override
		public Duration tolerance() {
			return DAY;
		}

		@Override
		public void run(Turn turn) {
			this.work.accept(turn);
		}

	}

	/** Everybody may everything. */
	private static final class Everybody implements Authority {

		@Override
		public Actor require(Permission permission) {
			return Actor.SYSTEM;
		}

		@Override
		public boolean has(Permission permission) {
			return true;
		}

		@Override
		public boolean steppedUp() {
			return true;
		}

		@Override
		public void stepUp(String password) {
			// Nobody asks
		}

	}

}
