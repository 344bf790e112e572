package io.watchfloor.run.ui;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Circumstance.Answer;
import io.watchfloor.run.ConditionHint;
import io.watchfloor.run.Conditions;
import io.watchfloor.run.DisplayText;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/**
 * Asks whether a step's condition applies: it does, it does not, or nobody can tell. The
 * runbook's own words are the reason when it does not.
 */
final class ConditionCard extends StepCard {

	ConditionCard(StepRun step, Optional<ConditionHint> hint, RunActions actions) {
		addClassName("run-condition");
		Conditions conditions = actions.services().walk().conditions();
		add(new H3(question(String.valueOf(step.frozen().circumstances().condition()))));
		add(new Div("The runbook wants this only then. Your answer counts for every step under the same condition."));
		hint.ifPresent((reading) -> add(beside(reading)));
		add(row(button("It does not apply", () -> actions.act(() -> conditions.doesNotApply(step.ref(), ""))),
				button("Cannot tell", () -> actions.act(() -> conditions.answer(step.ref(), Answer.CANNOT_TELL))),
				main("It applies", () -> actions.act(() -> conditions.answer(step.ref(), Answer.APPLIES)))));
		add(dim("“It does not apply” skips it with the runbook's words as the reason. “Cannot tell” leaves it to "
				+ "you: readings are made, a change is shown and waits for you."));
	}

	/** What this run read of it; the answer stays the person's. */
	private static Div beside(ConditionHint hint) {
		Span what = new Span("Read in this run · " + hint.source().shortTitle() + ": ");
		what.addClassName("wf-dim");
		Span value = new Span(DisplayText.inert(hint.reading().summary()));
		value.addClassName("run-strong");
		Div line = row(what, value, Ago.words(hint.reading().at()));
		hint.compared()
			.ifPresent((applies) -> line.add(new Chip(applies ? Chip.Tone.WARN : Chip.Tone.INFO,
					applies ? "By this figure it applies" : "By this figure it does not apply")));
		return line;
	}

	/** "If still down" asks "Still down?". */
	static String question(String condition) {
		String asked = condition.replaceFirst("(?i)^(if|when|in case|only if)\\s+", "").strip();
		return asked.isEmpty() ? condition : Character.toUpperCase(asked.charAt(0)) + asked.substring(1) + "?";
	}

}
