package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunInputsTests {

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
	void whatIsOpenIsNeitherPlannedNorRun() {
		RunId run = this.house.putOpen("a", "pod").start("sandbox");
		this.house.beat();
		assertThat(this.house.step(run, "a").state()).isEqualTo(StepState.READY);
		assertThat(this.house.step(run, "a").frozen().action()).isNull();
		assertThat(this.house.step(run, "a").planned()).isNull();
	}

	@Test
	void aFilledInStepIsPlannedWithItsValue() {
		RunId run = this.house.putOpen("a", "pod").start("sandbox");
		inputs().fill(new StepRef(run, "a"), Map.of("pod", "web-1"));
		StepRun planned = this.house.awaitState(run, "a", StepState.PLANNED);
		assertThat(planned.frozen().action()).contains("web-1");
		assertThat(planned.frozen().filledIn()).containsEntry("pod", "web-1");
	}

	@Test
	void whatIsAskedOnceCountsForLaterSteps() {
		RunId run = this.house.putOpen("a", "pod").putOpen("b", "pod").putOpen("c", "node").start("sandbox");
		inputs().fill(new StepRef(run, "a"), Map.of("pod", "web-1"));
		assertThat(this.house.step(run, "b").frozen().open()).isNull();
		assertThat(this.house.step(run, "b").frozen().action()).contains("web-1");
		assertThat(this.house.step(run, "c").frozen().open()).isNotNull();
	}

	@Test
	void aValueThatDoesNotFitIsRefused() {
		RunId run = this.house.putOpen("a", "pod").start("sandbox");
		assertThatThrownBy(() -> inputs().fill(new StepRef(run, "a"), Map.of("pod", "--all")))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("may not start");
		assertThat(this.house.step(run, "a").frozen().open()).isNotNull();
	}

	private RunInputs inputs() {
		return this.house.inputs();
	}

}
