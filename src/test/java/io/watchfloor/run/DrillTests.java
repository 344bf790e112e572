package io.watchfloor.run;

import java.time.Duration;
import java.util.List;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.drill.DrillMarkdown;
import io.watchfloor.run.drill.DrillReport;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.runbook.Exercises;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.security.Permission;
import io.watchfloor.testing.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A drill is the same walk, and sends nothing. */
class DrillTests {

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
	void begin() {
		this.house = new RunHouse(store);
	}

	@AfterEach
	void end() {
		this.house.close();
	}

	@Test
	void aConfirmedStepIsWrittenDownAndNotSent() {
		this.house.look("seen").put("b", Risk.REVERSIBLE).manual("m");
		RunId run = drill("sandbox");
		this.house.awaitState(run, "seen", StepState.NO_DATA);
		this.house.steps().skip(new StepRef(run, "seen"), "empty shelf");
		this.house.confirm(run, "b", "for practice");
		StepRun done = this.house.awaitState(run, "b", StepState.DONE);
		assertThat(done.message()).startsWith("Drill: nothing was sent. 1 call would have gone out (put b new); then");
		assertThat(done.outcome()).isNull();
		this.house.steps().done(new StepRef(run, "m"), "would call the vendor");
		this.house.runs().finish(run, "");
		assertThat(this.house.shelf.journal).isEmpty();
		assertThat(this.house.shelf.values).isEmpty();
		assertThat(this.house.timeline(run)).contains("Drill: would have done Step b: for practice");
		assertThat(this.house.audit.actions()).contains("step.rehearsed").doesNotContain("step.intended");
		assertThat(
				this.house.audit.entries.stream().filter((entry) -> run.toString().equals(entry.details().get("run"))))
			.allSatisfy((entry) -> assertThat(entry.details()).containsEntry("drill", "true"));
		assertThat(this.house.runs().newest(0, 1)).extracting(RunSummary::drill).containsExactly(true);
	}

	@Test
	void aSecondPersonsApprovalSendsNothingEither() {
		this.house.put("b", Risk.DESTRUCTIVE);
		RunId run = drill("production");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		String fingerprint = planned.requiredPlan().fingerprint();
		this.house.authority.stepUp("");
		this.house.confirmations().confirm(planned.ref(), fingerprint, "practice", "front");
		this.house.awaitState(run, "b", StepState.AWAITING_APPROVAL);
		this.house.callerBecomes("ada", Permission.values());
		this.house.approvals().approve(this.house.waiting(run, "b").id(), fingerprint);
		this.house.awaitState(run, "b", StepState.DONE);
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void theExecutionItselfAndTheContextRefuseADrill() {
		this.house.put("b", Risk.REVERSIBLE);
		RunId run = drill("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		List<Plan.Call> calls = planned.requiredPlan().plan().calls();
		StepContext context = this.house.bean(StepContexts.class).open(planned, calls);
		assertThat(context.drill()).isTrue();
		assertThatThrownBy(() -> context.making(calls.getFirst())).hasMessageContaining("drill");
		this.house.bean(Execution.class)
			.begin(planned, new Confirmation(Actor.SYSTEM, this.house.clock.instant(), "", null));
		this.house.awaitState(run, "b", StepState.DONE);
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void theReportTellsWhatWasDoneWhenAndWhatWasHard() {
		this.house.put("b", Risk.REVERSIBLE).manual("m");
		RunId run = drill("sandbox");
		this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.later(Duration.ofSeconds(90));
		this.house.confirm(run, "b", "");
		this.house.later(Duration.ofMinutes(2));
		this.house.steps().skip(new StepRef(run, "m"), "no | vendor <b>");
		this.house.runs().finish(run, "");
		Drills drills = this.house.bean(Drills.class);
		drills.hard(run, "finding the *number*");
		DrillReport report = drills.report(run).orElseThrow();
		assertThat(report.lines()).extracting((line) -> line.took().orElseThrow())
			.containsExactly(Duration.ofSeconds(90), Duration.ofMinutes(2));
		assertThat(report.took()).contains(Duration.ofSeconds(210));
		assertThat(report.people()).containsExactly("Eve");
		assertThat(report.findings()).contains("Step m was skipped: no | vendor <b>");
		assertThat(DrillMarkdown.of(report)).contains("# Drill: Fix it", "- Took: 3 min 30 s", "| Step b | done |",
				"1 min 30 s", "no \\| vendor \\<b\\>", "finding the \\*number\\*");
		assertThat(this.house.timeline(run)).contains("What was hard: finding the *number*");
	}

	@Test
	void aProcedureIsFreshUntilItsLimitAndBrokenWhenItChanged() {
		this.house.manual("m");
		Runbook book = this.house.bean(Runbooks.class).find(RunHouse.BOOK).orElseThrow();
		RunId run = drill("sandbox");
		this.house.steps().done(new StepRef(run, "m"), "");
		this.house.later(Duration.ofMinutes(4));
		this.house.runs().finish(run, "");
		this.house.manual("m");
		Freshness fresh = fresh();
		assertThat(fresh.stale()).isFalse();
		assertThat(fresh.broken()).isEmpty();
		assertThat(fresh.exercised()).get()
			.satisfies((last) -> assertThat(List.of(last.by(), last.drill(), last.finished(), last.took()))
				.isEqualTo(List.of("Eve", true, true, Duration.ofMinutes(4))));
		this.house.later(Duration.ofDays(91));
		assertThat(fresh().stale()).isTrue();
		this.house.manual("n");
		assertThat(fresh().broken()).singleElement()
			.isEqualTo("The runbook changed since: 1 step is new or reworded, 0 steps are gone.");
		assertThat(book.procedures()).hasSize(1);
	}

	private Freshness fresh() {
		Runbook book = this.house.bean(Runbooks.class).find(RunHouse.BOOK).orElseThrow();
		return this.house.bean(Exercises.class).of(book).get("fix");
	}

	private RunId drill(String environment) {
		return this.house.startDrill(environment);
	}

}
