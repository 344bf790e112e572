package io.watchfloor.run;

import java.util.List;
import java.util.Map;

import io.watchfloor.run.Circumstance.Branch;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.Choice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BranchingTests {

	private static final LineRange LINES = new LineRange(1, 1);

	@Test
	void aConditionThatNamesOneCauseHangsOnIt() {
		Map<String, Circumstance> all = Branching.of(List.of(
				decision("d", new Choice("Platform API down", "wait"), new Choice("Bug in deployment", "roll back"),
						new Choice("Database connection exhausted", "restart")),
				step("a", "If due to bad deployment"), step("b", "If due to platform API"), step("c", null),
				step("e", "If still broken")), "");

		assertThat(all.get("a")).extracting(Circumstance::branches)
			.isEqualTo(List.of(new Branch("d", List.of("Bug in deployment"), true, null)));
		assertThat(all.get("b").branches()).extracting(Branch::causes).containsExactly(List.of("Platform API down"));
		assertThat(all.get("c").branches()).isEmpty();
		assertThat(all.get("e").branches()).isEmpty();
	}

	@Test
	void aConditionThatFitsTwoCausesHangsOnNone() {
		Map<String, Circumstance> all = Branching
			.of(List.of(decision("d", new Choice("Database slow", "index it"), new Choice("Database down", "start it")),
					step("a", "If the database is meant")), "");
		assertThat(all.get("a").branches()).isEmpty();
	}

	@Test
	void aCauseThatLeadsToAStepTakesWhatStandsUnderTheSameTitle() {
		Map<String, Circumstance> all = Branching.of(List.of(decision("d", new Choice("High load", "scale", "#a")),
				titled("a", "Scale up · First"), titled("b", "Scale up · Second"), titled("c", "Tell them")), "p/");
		assertThat(all.get("a").branches()).containsExactly(new Branch("p/d", List.of("High load"), false, null));
		assertThat(all.get("b").branches()).isEqualTo(all.get("a").branches());
		assertThat(all.get("c").branches()).isEmpty();
	}

	private static Step decision(String key, Choice... choices) {
		return new Step.DecisionStep(key, "Causes", Phase.DECIDE, LINES, List.of(choices));
	}

	private static Step step(String key, @Nullable String condition) {
		return new Step.ManualStep(key, "Do " + key, Phase.MITIGATE, LINES, "Do it", false, null, null, condition,
				null);
	}

	private static Step titled(String key, String title) {
		return new Step.ManualStep(key, title, Phase.MITIGATE, LINES, "Do it", false, null);
	}

}
