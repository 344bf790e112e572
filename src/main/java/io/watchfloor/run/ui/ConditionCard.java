package io.watchfloor.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.watchfloor.run.Circumstance.Answer;
import io.watchfloor.run.Conditions;
import io.watchfloor.run.StepRun;

/**
 * Asks whether a step's condition applies: it does, it does not, or nobody can tell. The
 * runbook's own words are the reason when it does not.
 */
final class ConditionCard extends StepCard {

	ConditionCard(StepRun step, RunActions actions) {
		addClassName("run-condition");
		Conditions conditions = actions.services().walk().conditions();
		add(new H3(question(String.valueOf(step.frozen().circumstances().condition()))));
		add(new Div("The runbook wants this only then. Your answer counts for every step under the same condition."));
		add(row(button("It does not apply", () -> actions.act(() -> conditions.doesNotApply(step.ref(), ""))),
				button("Cannot tell", () -> actions.act(() -> conditions.answer(step.ref(), Answer.CANNOT_TELL))),
				main("It applies", () -> actions.act(() -> conditions.answer(step.ref(), Answer.APPLIES)))));
		add(dim("“It does not apply” skips it with the runbook's words as the reason. “Cannot tell” leaves it to "
				+ "you: readings are made, a change is shown and waits for you."));
	}

	/** "If still down" asks "Still down?". */
	static String question(String condition) {
		String asked = condition.replaceFirst("(?i)^(if|when|in case|only if)\\s+", "").strip();
		return asked.isEmpty() ? condition : Character.toUpperCase(asked.charAt(0)) + asked.substring(1) + "?";
	}

}
