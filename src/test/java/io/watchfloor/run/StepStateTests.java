package io.watchfloor.run;

import java.util.EnumSet;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StepStateTests {

	@Test
	void nothingIsExecutedThatWasNotIntended() {
		for (StepState state : EnumSet.complementOf(EnumSet.of(StepState.INTENDED))) {
			assertThat(state.next()).as("after %s", state).doesNotContain(StepState.EXECUTING);
		}
	}

	@Test
	void nothingIsIntendedThatWasNotPlanned() {
		for (StepState state : EnumSet.complementOf(EnumSet.of(StepState.PLANNED, StepState.AWAITING_APPROVAL))) {
			assertThat(state.next()).as("after %s", state).doesNotContain(StepState.INTENDED);
		}
	}

	@Test
	void whatMayHaveHappenedIsNeverExecutedAgainWithoutANewPlan() {
		assertThat(StepState.UNKNOWN.next()).containsExactlyInAnyOrder(StepState.UNKNOWN, StepState.VERIFYING,
				StepState.READY);
	}

	@ParameterizedTest
	@EnumSource(value = StepState.class, names = { "INTENDED", "EXECUTING", "UNKNOWN", "VERIFYING" })
	void whatIsUnderWayCannotBeSkipped(StepState state) {
		assertThat(state.next()).doesNotContain(StepState.SKIPPED);
	}

	@Test
	void everyStateCanBeReachedAndLeft() {
		EnumSet<StepState> reached = EnumSet.of(StepState.READY);
		for (StepState state : StepState.values()) {
			assertThat(state.next()).as("after %s", state).isNotEmpty();
			reached.addAll(state.next());
		}
		assertThat(reached).containsExactlyInAnyOrder(StepState.values());
	}

	@Test
	void aStepRefusesAWayThatDoesNotExist() {
		FrozenStep frozen = new FrozenStep(StepKind.CHANGE, "Put", Phase.STEPS, "", null, null, null, "{}", null, "Put",
				Risk.DISRUPTIVE, null, java.util.List.of(), null);
		StepRun step = StepRun.fresh(new StepRef(RunId.next(java.time.Instant.EPOCH), "a"), 1, frozen,
				new TargetId(new SystemId("shop"), "sandbox", "front"));
		assertThatIllegalStateException().isThrownBy(() -> step.to(StepState.EXECUTING))
			.withMessageContaining("from READY to EXECUTING");
	}

}
