package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;

/** A step that is there for another cause than was chosen. */
final class FoldedCard extends StepCard {

	FoldedCard(Run run, StepRun step, boolean mayOperate, RunActions actions) {
		List<String> causes = step.frozen()
			.circumstances()
			.branches()
			.stream()
			.flatMap((branch) -> branch.causes().stream())
			.distinct()
			.toList();
		String chosen = step.frozen()
			.circumstances()
			.branches()
			.stream()
			.flatMap((branch) -> run.chosen(branch.decision()).stream())
			.reduce((_, nearest) -> nearest)
			.orElse("");
		add(new Div("This step is there for another cause: " + String.join(", ", causes) + "."),
				dim("The cause that was chosen is: " + chosen + ". The walk passes this step by."));
		if (mayOperate) {
			add(row(button("Take it in after all",
					() -> actions.act(() -> actions.services().walk().causes().takeIn(step.ref())))));
		}
	}

}
