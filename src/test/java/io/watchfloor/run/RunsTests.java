package io.watchfloor.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.TargetHint;
import io.watchfloor.action.Verification;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
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

class RunsTests {

	private static TestStore store;

	private RunHouse house;

	@BeforeAll
	static void open() {
		store = TestStore.create();
	}

	@AfterAll
	static void close() {
		store.close();
	}

	@BeforeEach
	void fresh() {
		this.house = new RunHouse(store);
	}

	@AfterEach
	void end() {
		this.house.close();
	}

	@Test
	void aProcedureIsWalkedFromItsFirstReadingToItsEnd() {
		this.house.shelf.values.put("a", "1");
		RunId run = this.house.look("a")
			.decision("cause", "stale", "full")
			.put("b", Risk.DISRUPTIVE)
			.manual("tell")
			.start("production");
		this.house.awaitState(run, "a", StepState.DONE);
		this.house.steps().choose(new StepRef(run, "cause"), "stale");
		this.house.steps().done(new StepRef(run, "cause/0"), "");
		this.house.confirm(run, "b", "stale values");
		this.house.awaitState(run, "b", StepState.DONE);
		this.house.steps().done(new StepRef(run, "tell"), "told them");
		this.house.runs().finish(run, "");

		assertThat(this.house.shelf.journal).containsExactly("put b new");
		assertThat(this.house.runs().find(run).orElseThrow().state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.audit.actions()).containsExactly("run.started", "cause.chosen", "step.done",
				"step.intended", "step.outcome", "step.verified", "step.done", "run.finished");
		assertThat(this.house.timeline(run)).anySatisfy((line) -> assertThat(line).contains("a is 1"))
			.anySatisfy((line) -> assertThat(line).contains("Cause chosen: stale"))
			.anySatisfy((line) -> assertThat(line).contains("Confirmed Step b: stale values"))
			.anySatisfy((line) -> assertThat(line).contains("Verified"))
			.last()
			.isEqualTo("Finished: 5 done, 0 skipped");
	}

	@Test
	void theIntentIsRecordedWithWhoWhatAndWhyBeforeAnythingIsSent() {
		AtomicInteger entriesAtSending = new AtomicInteger();
		this.house.shelf.sending = (put, context) -> entriesAtSending.set(this.house.audit.entries.size());
		RunId run = this.house.put("b", Risk.DISRUPTIVE).start("production");
		this.house.confirm(run, "b", "because");
		this.house.awaitState(run, "b", StepState.DONE);

		AuditEntry intent = this.house.audit.entries.get(entriesAtSending.get() - 1);
		assertThat(intent.action()).isEqualTo("step.intended");
		assertThat(intent.actor().name()).isEqualTo("Eve");
		assertThat(intent.target()).isEqualTo("shop/production/front");
		assertThat(intent.reason()).isEqualTo("because");
		assertThat(intent.planFingerprint()).hasSize(64);
		assertThat(intent.details()).containsEntry("run", run.toString()).containsEntry("step", "b");
	}

	@Test
	void aReasonIsDemandedWhereThePolicySaysSo() {
		RunId run = this.house.put("b", Risk.DISRUPTIVE).start("production");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.confirm(run, "b", " "))
			.withMessageContaining("reason");
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.PLANNED);
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void aViewerMayNeitherStartNorConfirm() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.authority.becomes("Vic", Permission.VIEW);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.confirm(run, "b", "x"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.start("sandbox"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.steps().skip(planned.ref(), "x"));
		this.house.authority.isEveAgain();
		assertThat(this.house.step(run, "b")).isEqualTo(planned);
	}

	@Test
	void aStalePlanIsRefusedAndShowsWhatDiffers() {
		this.house.shelf.values.put("b", "old");
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.shelf.values.put("b", "changed meanwhile");
		this.house.confirm(run, "b", "");
		StepRun refused = this.house.awaitState(run, "b", StepState.READY);

		assertThat(this.house.shelf.journal).isEmpty();
		assertThat(refused.outcome()).isEqualTo(StepOutcome.of(StepOutcome.Kind.REFUSED));
		assertThat(refused.difference().lines())
			.containsExactly(new PlanDifference.Line("b", "old", "changed meanwhile"));
		assertThat(refused.planned()).isNull();
		assertThat(this.house.audit.actions()).contains("step.intended", "step.refused");

		this.house.confirmations().preview(refused.ref());
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.DONE);
		assertThat(this.house.shelf.journal).hasSize(1);
	}

	@Test
	void anotherFingerprintThanTheOneShownIsRefused() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.confirmations().confirm(planned.ref(), "f".repeat(64), "", ""))
			.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.STALE));
		assertThat(this.house.audit.actions()).doesNotContain("step.intended");
	}

	@Test
	void ofTwoWhoConfirmTheSamePlanOneGetsIt() throws InterruptedException {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		AtomicInteger accepted = new AtomicInteger();
		CountDownLatch go = new CountDownLatch(1);
		List<Thread> people = java.util.stream.IntStream.range(0, 8).mapToObj((_) -> Thread.ofPlatform().start(() -> {
			try {
				go.await();
				this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "", "");
				accepted.incrementAndGet();
			}
			catch (Problem | InterruptedException refused) {
				// One of the seven
			}
		})).toList();
		go.countDown();
		for (Thread person : people) {
			person.join();
		}
		this.house.awaitState(run, "b", StepState.DONE);
		assertThat(accepted).hasValue(1);
		assertThat(this.house.shelf.journal).hasSize(1);
		assertThat(this.house.audit.actions().stream().filter("step.intended"::equals)).hasSize(1);
	}

	@Test
	void withoutTheAuditLogNothingStartsButReadingGoesOn() {
		this.house.audit.down = true;
		this.house.shelf.values.put("a", "1");
		RunId run = this.house.look("a").put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "a", StepState.DONE);
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		assertThat(this.house.confirmations().demands(planned.ref()).hindrance()).contains("audit log");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.confirm(run, "b", ""))
			.withMessageContaining("audit log");
		assertThat(this.house.shelf.journal).isEmpty();

		this.house.audit.down = false;
		Awaitility.await().untilAsserted(() -> assertThat(this.house.audit.actions()).contains("run.started"));
	}

	@Test
	void anAppendThatFailsAtTheLastMomentStopsTheStep() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.audit.failsUnexpectedly = true;
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.confirm(run, "b", ""));
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.PLANNED);
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void withoutTheStoreNothingStarts() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.storeTrouble.set(java.util.Optional.of("The database does not answer. Start it."));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.confirm(run, "b", ""))
			.withMessageContaining("database");
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void aCallThatThePlanDoesNotHoldIsNotMade() {
		this.house.shelf.announcesAnotherCall = true;
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		StepRun failed = this.house.awaitState(run, "b", StepState.FAILED);
		assertThat(failed.message()).contains("Nothing was sent").contains("something else");
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void aDestructiveStepInProductionNeedsTheNameThePasswordAndASecondPerson() {
		RunId run = this.house.put("b", Risk.DESTRUCTIVE).start("production");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		String fingerprint = planned.requiredPlan().fingerprint();
		Confirmations confirmations = this.house.confirmations();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> confirmations.confirm(planned.ref(), fingerprint, "why", "back"))
			.withMessageContaining("Type 'front'");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> confirmations.confirm(planned.ref(), fingerprint, "why", "front"))
			.withMessageContaining("password");
		this.house.authority.stepUp("password");
		confirmations.confirm(planned.ref(), fingerprint, "why", "front");
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.AWAITING_APPROVAL);
		ApprovalId asked = this.house.waiting(run, "b").id();

		this.house.authority.becomes("Eve", Permission.VIEW, Permission.OPERATE, Permission.APPROVE);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.approvals().approve(asked, fingerprint))
			.withMessageContaining("own request");
		this.house.authority.becomes("Ann", Permission.VIEW, Permission.APPROVE);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.approvals().approve(asked, "f".repeat(64)));
		assertThat(this.house.shelf.journal).isEmpty();
		this.house.approvals().approve(asked, fingerprint);
		this.house.awaitState(run, "b", StepState.DONE);

		assertThat(this.house.audit.entries).anySatisfy((entry) -> {
			assertThat(entry.action()).isEqualTo("step.intended");
			assertThat(entry.actor().name()).isEqualTo("Eve");
			assertThat(entry.details()).containsEntry("approvedBy", "Ann");
		});
	}

	@Test
	void anApprovalThatNobodyGivesExpiresAfterAnHour() {
		RunId run = awaitingApproval();
		this.house.allRequestsAge(Duration.ofMinutes(61));
		assertThat(this.house.awaitState(run, "b", StepState.PLANNED).message()).contains("within 1 hour");
	}

	@Test
	void aSecondPersonCanRefuse() {
		RunId run = awaitingApproval();
		this.house.authority.becomes("Ann", Permission.VIEW, Permission.APPROVE);
		this.house.approvals().refuse(this.house.waiting(run, "b").id(), "not now");
		assertThat(this.house.step(run, "b").message()).isEqualTo("Ann did not approve: not now");
		assertThat(this.house.shelf.journal).isEmpty();
		assertThat(this.house.audit.actions()).contains("approval.refused");
	}

	private RunId awaitingApproval() {
		RunId run = this.house.put("b", Risk.DESTRUCTIVE).start("production");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.authority.stepUp("password");
		this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "why", "front");
		return run;
	}

	@Test
	void aVerificationThatFlapsMustHoldWithoutInterruption() {
		this.house.shelf.holdFor = Duration.ofSeconds(10);
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.VERIFYING);
		awaitHolding(run, true);
		sees(Verification.State.NOT_YET);
		this.house.clock.advance(Duration.ofSeconds(9));
		awaitHolding(run, false);
		sees(Verification.State.HOLDS);
		this.house.clock.advance(Duration.ofSeconds(2));
		awaitHolding(run, true);
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.VERIFYING);
		this.house.clock.advance(Duration.ofSeconds(10));
		this.house.awaitState(run, "b", StepState.DONE);
	}

	private void awaitHolding(RunId run, boolean holding) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.house.step(run, "b").watch().holdsSince() != null).isEqualTo(holding));
	}

	private void sees(Verification.State state) {
		this.house.shelf.seen = new Verification(state, "seen");
	}

	@Test
	void aClockThatIsSetBackHoldsUpNoVerification() {
		this.house.shelf.holdFor = Duration.ofSeconds(10);
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.VERIFYING);
		awaitHolding(run, true);
		this.house.clock.advance(Duration.ofHours(-1));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.house.step(run, "b").watch().holdsSince())
				.isBeforeOrEqualTo(this.house.clock.instant()));
		this.house.clock.advance(Duration.ofSeconds(11));
		this.house.awaitState(run, "b", StepState.DONE);
	}

	@Test
	void aVerificationThatNeverHoldsFailsInTheEndAndIsNotFine() {
		sees(Verification.State.NOT_YET);
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.VERIFYING);
		this.house.clock.advance(Duration.ofSeconds(61));
		assertThat(this.house.awaitState(run, "b", StepState.FAILED).message()).contains("Not in time");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.runs().finish(run, ""))
			.withMessageContaining("Step b");
	}

	@Test
	void aVerificationWithoutAnAnswerIsUnverifiedUntilSomebodyLooks() {
		sees(Verification.State.UNKNOWN);
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.VERIFYING);
		this.house.clock.advance(Duration.ofSeconds(61));
		StepRun unverified = this.house.awaitState(run, "b", StepState.UNVERIFIED);
		sees(Verification.State.HOLDS);
		this.house.aftermath().lookAgain(unverified.ref());
		this.house.awaitState(run, "b", StepState.DONE);
	}

	@Test
	void nobodyHasToWaitForAVerificationThatDoesNotEnd() {
		sees(Verification.State.NOT_YET);
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		StepRun verifying = this.house.awaitState(run, "b", StepState.VERIFYING);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.aftermath().stopWaiting(verifying.ref(), " "));
		this.house.aftermath().stopWaiting(verifying.ref(), "the service answers");
		StepRun left = this.house.awaitState(run, "b", StepState.UNVERIFIED);
		assertThat(left.message()).contains("did not wait for the verification any longer: the service answers");
		assertThat(this.house.audit.actions()).contains("step.verified");
		this.house.aftermath().accept(left.ref(), "looked at it");
		this.house.awaitState(run, "b", StepState.DONE);
	}

	@Test
	void whatTheTargetRefusesHasFailedAndCanBePreviewedAgain() {
		this.house.shelf.answer = new Outcome.Failed("no room");
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		StepRun failed = this.house.awaitState(run, "b", StepState.FAILED);
		assertThat(failed.message()).isEqualTo("no room");
		this.house.shelf.answer = new Outcome.Succeeded("put", Map.of());
		this.house.confirmations().preview(failed.ref());
		this.house.confirm(run, "b", "");
		assertThat(this.house.awaitState(run, "b", StepState.DONE).attempt()).isEqualTo(2);
	}

	@Test
	void whatMayHaveHappenedIsSettledByTheProbe() {
		this.house.shelf.answer = new Outcome.Unknown("no answer came");
		this.house.shelf.probed = Settlement.Finding.HAPPENED;
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		this.house.awaitState(run, "b", StepState.DONE);
		assertThat(this.house.shelf.journal).hasSize(1);
		assertThat(this.house.audit.actions()).containsSubsequence("step.outcome", "step.settled", "step.verified");
	}

	@Test
	void whatTheProbeCannotTellAPersonSettlesWithAReason() {
		this.house.shelf.answer = new Outcome.Unknown("no answer came");
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		Awaitility.await().untilAsserted(() -> assertThat(this.house.step(run, "b").settlement()).isNotNull());
		StepRef ref = new StepRef(run, "b");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.aftermath().settle(ref, true, " "));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.steps().skip(ref, "let it be"));
		this.house.aftermath().settle(ref, false, "the shelf is empty, I looked");
		StepRun ready = this.house.step(run, "b");
		assertThat(ready.state()).isEqualTo(StepState.READY);
		assertThat(ready.planned()).isNull();
		assertThat(this.house.shelf.journal).hasSize(1);
		assertThat(this.house.audit.actions()).contains("step.settled");
	}

	@Test
	void anUndoTakesTheSameWay() {
		this.house.shelf.values.put("b", "old");
		RunId run = this.house.put("b", Risk.REVERSIBLE).manual("end").start("sandbox");
		this.house.confirm(run, "b", "");
		StepRun done = this.house.awaitState(run, "b", StepState.DONE);
		assertThat(this.house.aftermath().undoOffered(done)).isTrue();
		StepRef undo = this.house.aftermath().undo(done.ref());
		assertThat(this.house.shelf.values).containsEntry("b", "new");
		assertThat(this.house.runs().find(run).orElseThrow().current()).get().extracting(StepRun::ref).isEqualTo(undo);
		this.house.confirm(run, undo.key(), "");
		this.house.awaitState(run, undo.key(), StepState.DONE);
		assertThat(this.house.shelf.values).containsEntry("b", "old");
	}

	@Test
	void aReadingWithoutDataIsNotFineAndCanBeReadAgain() {
		RunId run = this.house.look("a").start("sandbox");
		StepRun noData = this.house.awaitState(run, "a", StepState.NO_DATA);
		this.house.shelf.values.put("a", "1");
		this.house.steps().readAgain(noData.ref());
		assertThat(this.house.step(run, "a").state()).isEqualTo(StepState.DONE);
		assertThat(this.house.records().readings(noData.ref(), 9)).extracting((reading) -> reading.known())
			.containsExactly(true, false);
	}

	@Test
	void aStepThatCanMeanSeveralTargetsWaitsForAChoice() {
		RunId run = this.house.action("b", new Shelf.Put("b", "new", Risk.REVERSIBLE), new TargetHint.Unnamed())
			.start("sandbox");
		StepRef ref = new StepRef(run, "b");
		assertThat(this.house.step(run, "b").target()).isNull();
		var candidates = this.house.steps().candidates(ref);
		assertThat(candidates).hasSize(2);
		this.house.steps().chooseTarget(ref, candidates.getLast().id());
		assertThat(this.house.awaitState(run, "b", StepState.PLANNED).target().name()).isEqualTo("back");
	}

	@Test
	void outputIsStoredWithoutSecretsAndWithoutTerminalSequences() {
		this.house.shelf.sending = (put, context) -> {
			for (int line = 1; line <= 1200; line++) {
				context.output("line " + line + " s3cret \u001b[31mred\u0000");
			}
		};
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		StepRun done = this.house.awaitState(run, "b", StepState.DONE);
		OutputPage tail = this.house.records().tail(done, 100);
		assertThat(tail.total()).isEqualTo(1201);
		assertThat(tail.earlier()).isEqualTo(1101);
		assertThat(tail.lines()).hasSize(100).last().isEqualTo("line 1200 [hidden] red␀");
		assertThat(this.house.records().output(done, tail.earlier(), 100).lines()).hasSize(100)
			.last()
			.asString()
			.startsWith("line 1100 ");
		assertThat(done.requiredPlan().plan().samples()).containsExactly("sample with [hidden]");
	}

	@Test
	void anAbortedRunListsWhatRemained() {
		RunId run = this.house.manual("x").manual("y").start("sandbox");
		this.house.steps().skip(new StepRef(run, "x"), "not needed");
		this.house.runs().abort(run, "wrong procedure");
		assertThat(this.house.timeline(run)).last().isEqualTo("Aborted: wrong procedure. Not done: Step y");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.steps().done(new StepRef(run, "y"), ""))
			.withMessageContaining("over");
		assertThat(this.house.audit.actions()).containsExactly("run.started", "step.skipped", "run.aborted");
	}

	@Test
	void aStepCanBeAskedToStopBetweenBatches() {
		this.house.shelf.sending = (put, context) -> Awaitility.await().until(() -> {
			this.house.clock.advance(Duration.ofSeconds(1));
			return context.cancelled();
		});
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.house.confirm(run, "b", "");
		this.house.steps().cancel(this.house.awaitState(run, "b", StepState.EXECUTING).ref());
		this.house.awaitState(run, "b", StepState.DONE);
	}

}
