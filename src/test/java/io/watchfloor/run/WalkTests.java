package io.watchfloor.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.Circumstance.Answer;
import io.watchfloor.security.Permission;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The walk itself: who leads it, what it asks, what it watches, and what it leaves
 * behind.
 */
class WalkTests {

	private static TestStore store;

	private RunHouse house;

	@BeforeAll
	static void startStore() {
		store = TestStore.create();
	}

	@AfterAll
	static void stopStore() {
		store.close();
	}

	@BeforeEach
	void open() {
		this.house = new RunHouse(store);
	}

	@AfterEach
	void close() {
		this.house.authority.isEveAgain();
		this.house.close();
	}

	@Test
	void whileARunIsPausedNothingBeginsAndAfterwardsItGoesOn() {
		this.house.shelf.values.put("later", "1");
		RunId run = this.house.put("now", Risk.REVERSIBLE).look("later").start("sandbox");
		StepRun planned = this.house.awaitState(run, "now", StepState.PLANNED);
		conduct().pause(run, "the shop is busy");

		assertThatExceptionOfType(Problem.class).isThrownBy(
				() -> this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "", ""))
			.withMessageContaining("Eve paused this run: the shop is busy");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.steps().readAgain(new StepRef(run, "later")));
		assertThat(this.house.shelf.journal).isEmpty();

		conduct().resume(run);
		this.house.confirm(run, "now", "");
		this.house.awaitState(run, "now", StepState.DONE);
		this.house.awaitState(run, "later", StepState.DONE);
		assertThat(this.house.timeline(run)).contains("Paused: the shop is busy", "Goes on");
		assertThat(this.house.audit.actions()).contains("run.paused", "run.resumed");
	}

	@Test
	void whatIsUnderWayWhenARunIsPausedEndsAndIsRecorded() {
		RunId run = this.house.put("slow", Risk.REVERSIBLE).manual("next").start("sandbox");
		this.house.shelf.sending = (put, context) -> conduct().pause(run, "stop here");
		this.house.confirm(run, "slow", "");
		this.house.awaitState(run, "slow", StepState.DONE);
		assertThat(run(run).paused()).isTrue();
		assertThat(this.house.shelf.journal).containsExactly("put slow new");
	}

	@Test
	void aRunIsHandedOverOnlyToWhoWasAskedAndByWhoLeads() {
		RunId run = this.house.manual("a").start("sandbox");
		conduct().offer(run, new Actor("bob", "bob"));

		this.house.callerBecomes("carol", Permission.VIEW, Permission.OPERATE);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> conduct().accept(run))
			.withMessageContaining("not asked");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> conduct().offer(run, null));
		this.house.callerBecomes("bob", Permission.VIEW, Permission.OPERATE);
		conduct().accept(run);

		assertThat(run(run).conduct()).isEqualTo(new Conduct(new Actor("bob", "bob"), null, null));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> conduct().accept(run));
		assertThat(this.house.timeline(run)).contains("Asks bob to go on", "Leads on, handed over by Eve");
		assertThat(this.house.audit.actions()).contains("run.handover-asked", "run.handed-over");
	}

	@Test
	void takingOverNeedsAReasonAndTheRightToOperate() {
		RunId run = this.house.manual("a").start("sandbox");
		this.house.callerBecomes("vera", Permission.VIEW);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> conduct().takeOver(run, "mine"));
		this.house.callerBecomes("bob", Permission.VIEW, Permission.OPERATE);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> conduct().takeOver(run, " "));
		conduct().takeOver(run, "Eve is on the train");
		assertThat(run(run).conduct().lead().name()).isEqualTo("bob");
		assertThat(this.house.timeline(run)).contains("Takes over from Eve: Eve is on the train");
	}

	@Test
	void whoLooksIsSeenAndGoneWhenThePageCloses() {
		RunId run = this.house.manual("a").start("sandbox");
		Presences presences = this.house.bean(Presences.class);
		Runnable close = presences.enter(run);
		this.house.callerBecomes("vera", Permission.VIEW);
		presences.enter(run);
		assertThat(presences.here(run)).containsExactly(new Presence(new Actor("Eve", "Eve"), true),
				new Presence(new Actor("vera", "vera"), false));
		close.run();
		assertThat(presences.here(run)).extracting((one) -> one.person().name()).containsExactly("vera");
	}

	@Test
	void oneAnswerCountsForEveryStepUnderTheSameCondition() {
		RunId run = this.house.manualIf("a", "If rate limited")
			.manualIf("b", "If rate limited")
			.manualIf("c", "If still down")
			.start("sandbox");
		Conditions conditions = this.house.bean(Conditions.class);
		assertThat(run(run).asksWhether(this.house.step(run, "a"))).isTrue();

		conditions.doesNotApply(new StepRef(run, "a"), "");
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.SKIPPED);
		assertThat(this.house.step(run, "b").note()).isEqualTo("does not apply: If rate limited");
		conditions.answer(new StepRef(run, "c"), Answer.CANNOT_TELL);
		assertThat(run(run).asksWhether(this.house.step(run, "c"))).isFalse();
		assertThat(this.house.timeline(run)).contains("Nobody can tell: If still down (Step c)");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> conditions.answer(new StepRef(run, "c"), Answer.APPLIES));
	}

	@Test
	void aReadingUnderAConditionWaitsForTheAnswer() {
		this.house.shelf.values.put("a", "1");
		RunId run = this.house.lookIf("a", "If it is slow").start("sandbox");
		this.house.beat();
		assertThat(this.house.step(run, "a").state()).isEqualTo(StepState.READY);
		this.house.bean(Conditions.class).answer(new StepRef(run, "a"), Answer.APPLIES);
		this.house.awaitState(run, "a", StepState.DONE);
	}

	@Test
	void aCauseBringsItsStepsFoldsOthersAndCanBeChosenAgain() {
		RunId run = this.house.decision("cause", "disk full", "network down")
			.manualIf("disk", "If the disk is full")
			.manualIf("wire", "If the network is down")
			.manual("tell")
			.start("sandbox");
		this.house.steps().choose(new StepRef(run, "cause"), "disk full");
		assertThat(run(run).remaining()).extracting(StepRun::key).containsExactly("disk", "tell");
		assertThat(run(run).asksWhether(this.house.step(run, "disk"))).as("the choice answers it").isFalse();

		StepsAgain again = this.house.bean(StepsAgain.class);
		again.again(new StepRef(run, "cause"));
		this.house.steps().choose(new StepRef(run, "cause"), "network down");
		assertThat(run(run).remaining()).extracting(StepRun::key).containsExactly("wire", "tell");
		this.house.bean(Causes.class).takeIn(new StepRef(run, "disk"));
		assertThat(run(run).remaining()).extracting(StepRun::key).containsExactly("disk", "wire", "tell");
		assertThat(this.house.timeline(run)).contains("Decides again, was: disk full", "Cause chosen: network down");
	}

	@Test
	void severalStepsAreSkippedForOneReason() {
		RunId run = this.house.look("a").look("b").manual("c").start("sandbox");
		this.house.awaitState(run, "a", StepState.NO_DATA);
		this.house.bean(SkipSeveral.class).skip(run, List.of("a", "b"), "the shelf is down");
		assertThat(run(run).remaining()).extracting(StepRun::key).containsExactly("c");
		assertThat(this.house.step(run, "b").note()).isEqualTo("the shelf is down");
		assertThat(this.house.step(run, "b").attempt()).as("never read").isZero();
	}

	@Test
	void aChangeIsDoneAgainWithANewPlanAndEveryGoCanBePutBack() {
		this.house.shelf.values.put("a", "old");
		RunId run = this.house.put("a", Risk.REVERSIBLE).manual("end").start("sandbox");
		this.house.confirm(run, "a", "");
		this.house.awaitState(run, "a", StepState.DONE);
		this.house.shelf.values.put("a", "between");
		this.house.bean(StepsAgain.class).again(new StepRef(run, "a"));
		this.house.confirmations().preview(new StepRef(run, "a"));
		this.house.confirm(run, "a", "");
		this.house.awaitState(run, "a", StepState.DONE);

		Undos undos = this.house.bean(Undos.class);
		assertThat(undos.of(run)).extracting(UndoCard::attempt, UndoCard::command, UndoCard::state)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(2, "put a between", UndoCard.State.STANDS),
					org.assertj.core.groups.Tuple.tuple(1, "put a old", UndoCard.State.STANDS));
		StepRef back = undos.putBack(new StepRef(run, "a"), 1);
		this.house.confirm(run, back.key(), "");
		this.house.awaitState(run, back.key(), StepState.DONE);
		assertThat(this.house.shelf.values).containsEntry("a", "old");
		assertThat(undos.of(run).getLast().state()).isEqualTo(UndoCard.State.PUT_BACK);
	}

	@Test
	void evidenceIsKeptWithItsDigestAndWithoutSecrets() throws IOException {
		RunId run = this.house.manual("a").start("sandbox");
		Evidences evidences = this.house.bean(Evidences.class);
		byte[] large = new byte[700_000];
		new java.util.Random(7).nextBytes(large);

		evidences.attach(run, "a", "../x.txt", text("the password is s3cret"));
		this.house.later(Duration.ofSeconds(1));
		Evidence bytes = evidences.attach(run, null, "dump", new ByteArrayInputStream(large));

		assertThat(evidences.open(bytes.id()).readAllBytes()).isEqualTo(large);
		Evidence kept = evidences.of(run).getFirst();
		assertThat(kept.name()).isEqualTo("x.txt");
		assertThat(kept.stepKey()).isEqualTo("a");
		assertThat(evidences.open(kept.id())).asString(StandardCharsets.UTF_8).isEqualTo("the password is [hidden]");
		assertThat(this.house.timeline(run)).contains("Attached x.txt (SHA-256 " + kept.sha256() + ")");
		assertThat(this.house.audit.actions()).contains("evidence.attached");
	}

	@Test
	void evidenceThatIsTooLargeIsRefusedWhole() {
		RunId run = this.house.manual("a").start("sandbox");
		Evidences evidences = this.house.bean(Evidences.class);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(
					() -> evidences.attach(run, "a", "big", new ByteArrayInputStream(new byte[Evidences.LARGEST + 1])))
			.withMessageContaining("larger than 10 MB");
		byte[] most = new byte[Evidences.LARGEST];
		for (int n = 0; n < 10; n++) {
			evidences.attach(run, "a", "part " + n, new ByteArrayInputStream(most));
		}
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> evidences.attach(run, "a", "one more", text("x")))
			.withMessageContaining("100 MB");
		assertThat(evidences.of(run)).hasSize(10);
	}

	@Test
	void whatIsWatchedHoldsForItsTime() {
		RunId run = watching("5");
		awaitReadings(run, 1);
		this.house.later(Duration.ofSeconds(10));
		awaitReadings(run, 2);
		this.house.later(Duration.ofSeconds(20));
		awaitReadings(run, 3);
		this.house.later(Duration.ofSeconds(30));
		StepRun held = awaitWatch(run, StepState.DONE);
		assertThat(held.message()).startsWith("Was fine for the whole time");
		assertThat(this.house.audit.actions()).contains("watch.began", "watch.ended");
	}

	@Test
	void aBreachStopsTheWalk() {
		RunId run = watching("5");
		awaitReadings(run, 1);
		this.house.shelf.values.put("rate", "50");
		this.house.later(Duration.ofSeconds(10));
		StepRun breached = awaitWatch(run, StepState.FAILED);
		assertThat(breached.message()).startsWith("Breached: rate is 50");
		assertThat(run(run).current()).map(StepRun::key).contains("watch");
	}

	@Test
	void noDataForTooLongIsNotFine() {
		RunId run = watching("5");
		awaitReadings(run, 1);
		this.house.shelf.values.remove("rate");
		this.house.later(Duration.ofSeconds(10));
		awaitReadings(run, 2);
		assertThat(this.house.step(run, "watch").state()).isEqualTo(StepState.WATCHING);
		this.house.later(Duration.ofSeconds(31));
		assertThat(awaitWatch(run, StepState.NO_DATA).message()).startsWith("No data that could be judged");
	}

	@Test
	void anotherConsoleGoesOnWatching() {
		RunId run = watching("5");
		awaitReadings(run, 1);
		this.house.close();
		RunHouse other = new RunHouse(store);
		other.clock.advance(Duration.ofSeconds(10));
		other.shelf.values.put("rate", "50");
		other.awaitState(run, "watch", StepState.FAILED);
		other.close();
	}

	@Test
	void watchingIsStoppedWithAReasonAndIsThePersonsAgain() {
		RunId run = watching("5");
		awaitReadings(run, 1);
		Watchings watchings = this.house.bean(Watchings.class);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> watchings.stop(new StepRef(run, "watch"), ""));
		Awaitility.await().ignoreExceptions().until(() -> {
			watchings.stop(new StepRef(run, "watch"), "seen enough");
			return true;
		});
		assertThat(this.house.step(run, "watch").state()).isEqualTo(StepState.READY);
	}

	@Test
	void anInputIsAskedOnceAndCanBeChangedUntilItWasUsed() {
		RunId run = this.house.putOpen("a", "key").putOpen("b", "key").start("sandbox");
		this.house.inputs().fill(new StepRef(run, "a"), java.util.Map.of("key", "first"));
		InputSheet sheet = this.house.bean(InputSheet.class);
		assertThat(sheet.lines(run(run))).extracting(InputLine::value).containsExactly("first");

		this.house.confirm(run, "a", "");
		this.house.awaitState(run, "a", StepState.DONE);
		sheet.change(run, "key", "second");
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.DONE);

		assertThat(this.house.shelf.journal).containsExactly("put first new", "put second new");
		assertThat(sheet.lines(run(run)).getFirst().editable()).isFalse();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> sheet.change(run, "key", "third"));
	}

	private RunId watching(String value) {
		this.house.shelf.values.put("rate", value);
		RunId run = this.house.look("rate").manual("watch").manual("end").start("sandbox");
		this.house.awaitState(run, "rate", StepState.DONE);
		Limit limit = new Limit(Limit.Comparison.BELOW, 10, "");
		this.house.bean(Watchings.class)
			.begin(new StepRef(run, "watch"), "rate",
					new WatchTerms(Duration.ofSeconds(50), Duration.ofSeconds(10), Duration.ofSeconds(30), limit));
		return run;
	}

	private void awaitReadings(RunId run, int count) {
		Watchings watchings = this.house.bean(Watchings.class);
		Awaitility.await().pollInterval(Duration.ofMillis(20)).pollInSameThread().untilAsserted(() -> {
			this.house.bean(WatchTicks.class).beat();
			assertThat(watchings.readings(watchings.latest(new StepRef(run, "watch")).orElseThrow())).hasSize(count);
		});
	}

	private StepRun awaitWatch(RunId run, StepState state) {
		this.house.bean(WatchTicks.class).beat();
		return this.house.awaitState(run, "watch", state);
	}

	private RunConduct conduct() {
		return this.house.bean(RunConduct.class);
	}

	private Run run(RunId id) {
		return this.house.runs().find(id).orElseThrow();
	}

	private static ByteArrayInputStream text(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
