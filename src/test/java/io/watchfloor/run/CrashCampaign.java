package io.watchfloor.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills consoles, one after the other, at named and at random points of a run, while
 * another one goes on with what they leave; a person confirms again what did not happen.
 */
final class CrashCampaign implements AutoCloseable {

	private static final CrashConsole.Failpoint[] POINTS = CrashConsole.Failpoint.values();

	/** Of the points of time so many are named ones, of this many. */
	private static final int NAMED = 4;

	private static final int OF = 10;

	/** Within this a step has come from its confirmation to its end. */
	private static final int LONGEST_STEP_MICROSECONDS = 60_000;

	private static final Duration STUCK = Duration.ofSeconds(30);

	private static final long PAUSE_NANOSECONDS = 50_000_000;

	private final TestStore store = TestStore.create();

	private final JournalingTarget target = new JournalingTarget(this.store.jooq());

	private final Path folder;

	private final long seed;

	private final Random random;

	private final Map<CrashConsole.Failpoint, Integer> died = new LinkedHashMap<>();

	private final Map<String, Long> open = new ConcurrentHashMap<>();

	private volatile Duration longest = Duration.ZERO;

	private final AtomicInteger stuck = new AtomicInteger();

	CrashCampaign(Path folder, long seed) {
		this.folder = folder;
		this.seed = seed;
		this.random = new Random(seed);
	}

	/** Pauses consoles until another one did their work, and says what came of it. */
	Result pause(List<CrashConsole.Failpoint> points) throws IOException, InterruptedException {
		ConsoleForks forks = new ConsoleForks(this.folder, this.store.jdbcUrl(), this.target.port());
		AtomicBoolean over = new AtomicBoolean();
		try (CrashConsole survivor = survivor()) {
			Thread person = Thread.ofVirtual().start(() -> confirmAgain(survivor, over));
			Thread watch = Thread.ofVirtual().start(() -> watch(over));
			for (CrashConsole.Failpoint point : points) {
				pause(forks.fork(), point);
			}
			over.set(true);
			person.join();
			watch.join();
		}
		return result(points.size());
	}

	private void pause(ConsoleForks.Fork console, CrashConsole.Failpoint point)
			throws IOException, InterruptedException {
		console.awaitReady();
		boolean named = point != CrashConsole.Failpoint.NEVER;
		console.die(point, 0, CrashConsole.PAUSE);
		if (named) {
			console.awaitLine(CrashConsole.HERE);
		}
		else {
			LockSupport.parkNanos(this.random.nextInt(LONGEST_STEP_MICROSECONDS) * 1000L);
		}
		console.signal("STOP");
		this.died.merge(point, 1, Integer::sum);
		Awaitility.await(point + " is done by another").atMost(STUCK).until(() -> unfinished().isEmpty());
		console.signal("CONT");
		assertThat(console.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(console.process().exitValue()).as("it went on to its end").isEqualTo(CrashConsole.KILLED);
	}

	private CrashConsole survivor() {
		return new CrashConsole(this.store.jdbcUrl(), this.folder.resolve("survivor"), this.target.port(), "survivor");
	}

	/** Kills so many consoles, and says what came of it. */
	Result run(int points) throws IOException, InterruptedException {
		ConsoleForks forks = new ConsoleForks(this.folder, this.store.jdbcUrl(), this.target.port());
		AtomicBoolean over = new AtomicBoolean();
		try (CrashConsole survivor = survivor()) {
			Thread person = Thread.ofVirtual().start(() -> confirmAgain(survivor, over));
			Thread watch = Thread.ofVirtual().start(() -> watch(over));
			Deque<ConsoleForks.Fork> waiting = new ArrayDeque<>(List.of(forks.fork(), forks.fork()));
			List<Process> dying = new ArrayList<>();
			for (int point = 0; point < points; point++) {
				ConsoleForks.Fork console = waiting.remove();
				waiting.add(forks.fork());
				dying.add(kill(console));
			}
			waiting.forEach((left) -> left.process().destroyForcibly());
			for (Process console : dying) {
				assertThat(console.waitFor()).isEqualTo(CrashConsole.KILLED);
			}
			awaitNothingUnderWay();
			over.set(true);
			person.join();
			watch.join();
		}
		return result(points);
	}

	private Process kill(ConsoleForks.Fork console) throws IOException {
		console.awaitReady();
		CrashConsole.Failpoint point = (this.random.nextInt(OF) < NAMED)
				? POINTS[this.random.nextInt(POINTS.length - 2)] : CrashConsole.Failpoint.ANYWHERE;
		int detail = switch (point) {
			case ANYWHERE -> this.random.nextInt(LONGEST_STEP_MICROSECONDS);
			case DURING_COMMIT -> this.random.nextInt(12);
			case DURING_AUDIT_APPEND -> this.random.nextInt(4);
			default -> 0;
		};
		console.die(point, this.random.nextInt(3), detail);
		this.died.merge(point, 1, Integer::sum);
		return console.process();
	}

	private void awaitNothingUnderWay() {
		Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(STUCK.multipliedBy(2)).until(this.open::isEmpty);
	}

	/** Tells for how long each step was not done, its own time included. */
	private void watch(AtomicBoolean over) {
		while (!over.get()) {
			Set<String> now = unfinished();
			now.forEach((key) -> this.open.putIfAbsent(key, System.nanoTime()));
			this.open.entrySet().removeIf((step) -> !now.contains(step.getKey()) && ended(step.getValue()));
			LockSupport.parkNanos(PAUSE_NANOSECONDS);
		}
	}

	private boolean ended(long begun) {
		Duration took = Duration.ofNanos(System.nanoTime() - begun);
		this.longest = (took.compareTo(this.longest) > 0) ? took : this.longest;
		if (took.compareTo(STUCK) > 0) {
			this.stuck.incrementAndGet();
		}
		return true;
	}

	private Set<String> unfinished() {
		return this.store.jooq()
			.resultQuery("select key from run.step_run where state <> 'DONE'")
			.fetchSet(0, String.class);
	}

	/** What the first person would do who comes by. */
	private void confirmAgain(CrashConsole survivor, AtomicBoolean over) {
		DSLContext jooq = this.store.jooq();
		while (!over.get()) {
			jooq.resultQuery("""
					select run, key from run.step_run
					 where state in ('READY', 'PLANNED') and changed_at < clock_timestamp() - interval '1 second'""")
				.forEach((row) -> confirm(survivor,
						new StepRef(new RunId(row.get(0, UUID.class)), row.get(1, String.class))));
			LockSupport.parkNanos(PAUSE_NANOSECONDS);
		}
	}

	private static void confirm(CrashConsole survivor, StepRef ref) {
		try {
			StepRun planned = survivor.house.confirmations().preview(ref);
			survivor.house.confirmations().confirm(ref, planned.requiredPlan().fingerprint(), "", "");
		}
		catch (Problem somebodyWasFaster) {
			// Whoever it was did it
		}
	}

	private Result result(int points) {
		Map<String, List<String>> effects = this.target.effects();
		List<String> steps = this.store.jooq().resultQuery("select key from run.step_run").fetch(0, String.class);
		List<String> twice = effects.keySet().stream().filter((key) -> effects.get(key).size() > 1).toList();
		List<String> never = steps.stream().filter((key) -> !effects.containsKey(key)).toList();
		int unrecorded = this.store.jooq()
			.resultQuery("""
					select count(*) from run.step_run s where not exists (select 1 from audit.record
					  where action in ('step.outcome', 'step.settled') and details ->> 'step' = s.key)""")
			.fetchSingle(0, Integer.class);
		return new Result(this.seed, points, Map.copyOf(this.died), steps.size(), twice, this.target.withoutIntent(),
				never, unrecorded, this.stuck.get(), this.longest,
				effects.values().stream().filter((who) -> who.contains("survivor")).count());
	}

	@Override
	public void close() {
		this.target.close();
		this.store.close();
	}

	/**
	 * What came of it.
	 *
	 * @param seed repeats it
	 * @param points how many consoles died
	 * @param died where
	 * @param steps how many steps there were, all of which must have come to their end
	 * @param twice steps whose effect took place more than once
	 * @param withoutIntent effects without an earlier intent in the audit log
	 * @param never steps that say they are done without an effect
	 * @param unrecorded steps without an outcome in the audit log
	 * @param stuck steps that were not done within half a minute
	 * @param longest that a step took, from its begin through the death of its console
	 * @param survivors effects that the other console brought about
	 */
	record Result(long seed, int points, Map<CrashConsole.Failpoint, Integer> died, int steps, List<String> twice,
			List<String> withoutIntent, List<String> never, int unrecorded, int stuck, Duration longest,
			long survivors) {

		int violations() {
			return this.twice.size() + this.withoutIntent.size() + this.never.size() + this.unrecorded + this.stuck;
		}

	}

}
