package io.watchfloor.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Permission;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand generated attempts to get something done without a second person's timely
 * word for exactly that plan. {@code -Dseed=…} repeats one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalAbuseTests {

	private static final int ATTEMPTS = 1000;

	private static final Permission[] EVERYTHING = { Permission.VIEW, Permission.OPERATE, Permission.APPROVE };

	private final long seed = Long.getLong("seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private TestStore store;

	private RunHouse house;

	private int count;

	/** How often each key may have been put at most, by what was approved rightly. */
	private final Map<String, Integer> rightly = new HashMap<>();

	private final List<String> succeeded = new ArrayList<>();

	private Asked asked;

	private Asked other;

	@BeforeAll
	void open() {
		this.store = TestStore.create();
		this.house = new RunHouse(this.store);
		this.asked = ask();
		this.other = ask();
	}

	@AfterAll
	void close() {
		this.house.close();
		this.store.close();
	}

	@Test
	void noneOfAThousandAttemptsSucceeds() {
		System.out.println("ApprovalAbuseTests: -Dseed=" + this.seed);
		Map<Attempt, Integer> made = new EnumMap<>(Attempt.class);
		for (int n = 0; n < ATTEMPTS; n++) {
			Attempt attempt = choose();
			made.merge(attempt, 1, Integer::sum);
			make(attempt);
			freshen();
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> this.house.bean(Node.class).tokens().isEmpty());
		this.rightly.forEach((key,
				most) -> assertThat(this.house.shelf.journal.stream().filter(("put " + key + " new")::equals).count())
					.as("%s, -Dseed=%s", key, this.seed)
					.isLessThanOrEqualTo(most));
		assertThat(this.succeeded).as("-Dseed=%s, of %s", this.seed, made).isEmpty();
		assertThat(made.keySet()).as("all kinds were tried").containsExactly(Attempt.values());
		assertNothingCountedLate();
		System.out.println("ApprovalAbuseTests: 0 of " + ATTEMPTS + " succeeded " + made);
	}

	/** What costs a request of its own is tried less often. */
	private Attempt choose() {
		Attempt attempt = Attempt.values()[this.random.nextInt(Attempt.values().length)];
		return (attempt.cheap || this.random.nextInt(4) == 0) ? attempt : choose();
	}

	private void make(Attempt attempt) {
		Asked mine = this.asked;
		ann();
		switch (attempt) {
			case OWN_REQUEST -> refused(attempt, () -> as("Eve", "Eve"), mine);
			case OWN_BY_ANOTHER_NAME -> refused(attempt, () -> as("Eve", "Evelyn (token x)"), mine);
			case WITHOUT_THE_ROLE -> refused(attempt, () -> become("Vic", Permission.VIEW, Permission.OPERATE), mine);
			case OTHER_PLAN -> refused(attempt, this::ann, new Asked(mine.run, mine.key, mine.id, randomPrint()));
			case OTHER_RUNS_PLAN ->
				refused(attempt, this::ann, new Asked(mine.run, mine.key, mine.id, this.other.fingerprint));
			case NO_SUCH_REQUEST ->
				refused(attempt, this::ann, new Asked(mine.run, mine.key, ApprovalId.next(), mine.fingerprint));
			case REQUESTER_SHUT_OUT -> {
				this.house.rights.shutOut.add("Eve");
				refused(attempt, this::ann, mine);
				this.house.rights.shutOut.clear();
			}
			case REPLAY -> {
				this.rightly.merge(mine.key, 1, Integer::sum);
				this.house.approvals().approve(mine.id, mine.fingerprint);
				refused(attempt, this::ann, mine);
			}
			case EXPIRED -> {
				this.house.allRequestsAge(Duration.ofMinutes(61));
				refused(attempt, this::ann, mine);
				refused(attempt, this::ann, this.other);
			}
			case WITHDRAWN -> {
				as("Eve", "Eve");
				this.house.approvals().withdraw(mine.id);
				refused(attempt, this::ann, mine);
			}
			case REFUSED_BEFORE -> {
				this.house.approvals().refuse(mine.id, "no");
				refused(attempt, () -> become("Bob", EVERYTHING), mine);
			}
			case RUN_ENDED -> {
				as("Eve", "Eve");
				this.house.runs().abort(mine.run, "enough");
				refused(attempt, this::ann, mine);
			}
			case STEP_CHANGED -> {
				as("Eve", "Eve");
				this.house.steps().skip(new StepRef(mine.run, mine.key), "later");
				refused(attempt, this::ann, mine);
			}
			case STATE_CHANGED -> {
				this.house.shelf.values.put(mine.key, "changed meanwhile");
				this.rightly.putIfAbsent(mine.key, 0);
				this.house.approvals().approve(mine.id, mine.fingerprint);
				this.house.awaitState(mine.run, mine.key, StepState.READY);
			}
			case APPROVER_SHUT_OUT_BEFORE_IT_BEGINS -> {
				this.rightly.putIfAbsent(mine.key, 0);
				this.house.rights.shutOut.add("Ann");
				this.house.approvals().approve(mine.id, mine.fingerprint);
				this.house.awaitState(mine.run, mine.key, StepState.READY);
				this.house.rights.shutOut.clear();
			}
			case TWO_AT_ONCE -> twoAtOnce(mine);
			case AT_THE_DEADLINE -> atTheDeadline(mine);
			case ALONE_TOO_EARLY -> alone(attempt, "Eve", mine, true, mine.target());
			case ALONE_FOR_ANOTHER -> alone(attempt, "Bob", mine, true, mine.target());
			case ALONE_WITHOUT_PASSWORD -> late(mine, () -> alone(attempt, "Eve", mine, false, mine.target()));
			case ALONE_WITH_A_WRONG_NAME -> late(mine, () -> alone(attempt, "Eve", mine, true, "back"));
		}
	}

	private void refused(Attempt attempt, Runnable who, Asked what) {
		this.rightly.putIfAbsent(what.key, 0);
		who.run();
		try {
			this.house.approvals().approve(what.id, what.fingerprint);
			this.succeeded.add(attempt + " " + what.key);
		}
		catch (Problem asItShould) {
			assertThat(asItShould).hasMessageNotContaining("null");
		}
	}

	private void alone(Attempt attempt, String who, Asked what, boolean password, String typed) {
		this.rightly.putIfAbsent(what.key, 0);
		become(who, EVERYTHING);
		if (password) {
			this.house.authority.stepUp("password");
		}
		try {
			this.house.goingAlone().goOn(what.id, what.fingerprint, "it burns", typed);
			this.succeeded.add(attempt + " " + what.key);
		}
		catch (Problem asItShould) {
			assertThat(asItShould).hasMessageNotContaining("null");
		}
	}

	/** While the wait for going on alone is over. */
	private void late(Asked what, Runnable attempt) {
		shift(what, "alone_from = clock_timestamp() - interval '1 minute'");
		attempt.run();
		shift(what, "alone_from = clock_timestamp() + interval '5 minutes'");
	}

	private void twoAtOnce(Asked mine) {
		this.rightly.merge(mine.key, 1, Integer::sum);
		CountDownLatch go = new CountDownLatch(1);
		List<Thread> both = Stream.of("Ann", "Bob").map((name) -> Thread.ofVirtual().start(() -> {
			become(name, EVERYTHING);
			quietly(go, mine);
		})).toList();
		go.countDown();
		both.forEach(ApprovalAbuseTests::join);
		this.house.awaitState(mine.run, mine.key, StepState.DONE);
	}

	/** Whoever wins, it counts only in time; checked at the end by the store's times. */
	private void atTheDeadline(Asked mine) {
		this.rightly.merge(mine.key, 1, Integer::sum);
		int left = this.random.nextInt(12);
		shift(mine, "expires_at = clock_timestamp() + interval '" + left + " milliseconds'");
		CountDownLatch go = new CountDownLatch(1);
		Thread approver = Thread.ofVirtual().start(() -> {
			become("Ann", EVERYTHING);
			quietly(go, mine);
		});
		Thread watch = Thread.ofVirtual().start(() -> {
			await(go);
			this.house.bean(ApprovalWatch.class).look();
		});
		go.countDown();
		join(approver);
		join(watch);
	}

	private void quietly(CountDownLatch go, Asked mine) {
		await(go);
		try {
			this.house.approvals().approve(mine.id, mine.fingerprint);
		}
		catch (Problem tooLate) {
			assertThat(tooLate.category()).isEqualTo(Problem.Category.STALE);
		}
	}

	private void assertNothingCountedLate() {
		int late = this.house.bean(DSLContext.class)
			.fetchCount(DSL.selectOne()
				.from("run.approval")
				.where("state in ('APPROVED', 'ALONE', 'REFUSED') and decided_at >= expires_at"));
		assertThat(late).as("answers that counted after the deadline").isZero();
	}

	private void shift(Asked what, String change) {
		this.house.bean(DSLContext.class)
			.execute("update run.approval set " + change + " where id = {0}", DSL.val(what.id.value()));
	}

	private void freshen() {
		this.house.rights.shutOut.clear();
		this.asked = waits(this.asked) ? this.asked : ask();
		this.other = waits(this.other) ? this.other : ask();
	}

	private boolean waits(Asked what) {
		return this.house.bean(ApprovalStore.class)
			.waiting()
			.stream()
			.anyMatch((one) -> one.id().equals(what.id) && one.step().key().equals(what.key));
	}

	private Asked ask() {
		String key = "k" + ++this.count;
		as("Eve", "Eve");
		this.house.authority.stepUp("password");
		RunId run = this.house.put(key, Risk.DESTRUCTIVE).start("production");
		StepRun planned = this.house.awaitState(run, key, StepState.PLANNED);
		String fingerprint = planned.requiredPlan().fingerprint();
		this.house.confirmations().confirm(planned.ref(), fingerprint, "why", "front");
		return new Asked(run, key, this.house.waiting(run, key).id(), fingerprint);
	}

	private String randomPrint() {
		return "%064x".formatted(this.random.nextLong() & Long.MAX_VALUE);
	}

	private void ann() {
		become("Ann", EVERYTHING);
	}

	private void as(String id, String name) {
		this.house.authority.becomes(id, name, EVERYTHING);
	}

	private void become(String name, Permission... permissions) {
		this.house.authority.becomes(name, permissions);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** What is tried; the cheap ones leave the request as it is. */
	private enum Attempt {

		OWN_REQUEST(true), OWN_BY_ANOTHER_NAME(true), WITHOUT_THE_ROLE(true), OTHER_PLAN(true), OTHER_RUNS_PLAN(true),
		NO_SUCH_REQUEST(true), REQUESTER_SHUT_OUT(true), ALONE_TOO_EARLY(true), ALONE_FOR_ANOTHER(true),
		ALONE_WITHOUT_PASSWORD(true), ALONE_WITH_A_WRONG_NAME(true), REPLAY(false), EXPIRED(false), WITHDRAWN(false),
		REFUSED_BEFORE(false), RUN_ENDED(false), STEP_CHANGED(false), STATE_CHANGED(false),
		APPROVER_SHUT_OUT_BEFORE_IT_BEGINS(false), TWO_AT_ONCE(false), AT_THE_DEADLINE(false);

		private final boolean cheap;

		Attempt(boolean cheap) {
			this.cheap = cheap;
		}

	}

	/** A step that waits for approval, as whoever attacks knows it. */
	private record Asked(RunId run, String key, ApprovalId id, String fingerprint) {

		private String target() {
			return "front";
		}

	}

}
