package io.watchfloor.run;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Permission;
import io.watchfloor.testing.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Calls that no button of the page makes, but a forged message does. */
class ForgedCallTests {

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
	void aStepOfARunThatWasAbortedInThisMomentIsNotClaimed() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.runs().abort(run, "wrong system");

		Confirmation confirmation = new Confirmation(this.house.authority.require(Permission.OPERATE),
				this.house.clock.instant(), "", null);
		assertThat(this.house.stepStore()
			.claim(planned, planned.to(StepState.INTENDED).confirmed(confirmation).done(), "node")).isEmpty();
		assertThat(this.house.step(run, "b")).isEqualTo(planned);
	}

	@Test
	void whatIsTypedIsKeptWithoutSecretsAndControlCharacters() {
		RunId run = this.house.put("b", Risk.DISRUPTIVE).manual("tell").manual("ask").start("sandbox");
		this.house.confirm(run, "b", "password is s3cret\u001b[2J\u202e\0");
		StepRun done = this.house.awaitState(run, "b", StepState.DONE);
		this.house.steps().done(new StepRef(run, "tell"), "used s3cret");
		this.house.steps().skip(new StepRef(run, "ask"), "s3cret again");
		this.house.records().note(run, "s3cret once more");
		this.house.runs().finish(run, "s3cret to the end");

		assertThat(done.requiredConfirmation().reason()).isEqualTo("password is [hidden]\u241b[2J\ufffd\u2400");
		assertThat(this.house.timeline(run)).noneMatch((line) -> line.contains("s3cret"));
		assertThat(this.house.audit.entries).noneMatch((entry) -> entry.toString().contains("s3cret"));
	}

	@Test
	void anAbortsReasonIsKeptWithoutSecrets() {
		RunId run = this.house.manual("tell").start("sandbox");
		this.house.runs().abort(run, "s3cret leaked");
		assertThat(this.house.timeline(run)).last().asString().startsWith("Aborted: [hidden] leaked");
		assertThat(this.house.audit.entries).noneMatch((entry) -> entry.toString().contains("s3cret"));
	}

	@Test
	void aTextThatNobodyTypesIsRefusedAndNothingStarts() {
		RunId run = this.house.put("b", Risk.DISRUPTIVE).start("sandbox");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.house.confirm(run, "b", "x".repeat(1_000_000)))
			.withMessageContaining("4,000");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.records().note(run, "x".repeat(1_000_000)));
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void whoMayNotOperateLearnsNothingOfAStepByChoosingForIt() {
		RunId run = this.house.decision("cause", "stale").start("sandbox");
		this.house.authority.becomes("Vic", Permission.VIEW);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.steps().choose(new StepRef(run, "cause"), "another"))
			.withMessageContaining("may not");
	}

}
