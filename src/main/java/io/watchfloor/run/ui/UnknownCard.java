package io.watchfloor.run.ui;

import java.util.Objects;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.Ago;

/**
 * It may have happened: what was to be sent, what the probe says, and a person's word.
 */
final class UnknownCard extends StepCard {

	UnknownCard(StepRun step, boolean mayOperate, RunActions actions) {
		addClassName("run-unknown");
		add(new H3("This may have happened"));
		if (step.message() != null) {
			add(new Div(step.message()));
		}
		if (step.planned() != null) {
			add(sent(step));
		}
		Settlement probe = step.settlement();
		if (probe == null) {
			add(dim("Looking at the target to find out. Nothing is sent."));
			return;
		}
		add(line("What the probe saw", probe.evidence()));
		add(new Div("It cannot tell. Look at the target yourself; nothing is sent again by itself."),
				dim("It happened: the done-when is watched next. It did not: it wants a new preview and a new "
						+ "confirmation. Try again: the probe looks once more, and sends nothing."));
		if (mayOperate) {
			add(row(button("Try again", () -> actions.act(() -> actions.services().aftermath().probeAgain(step.ref()))),
					button("It happened…", () -> settle(step, true, actions)),
					button("It did not…", () -> settle(step, false, actions))));
		}
	}

	/** Each call as it was announced, and when. */
	private static Div sent(StepRun step) {
		UnorderedList calls = new UnorderedList();
		calls.addClassName("run-effects");
		Objects.requireNonNull(step.planned())
			.plan()
			.calls()
			.stream()
			.map(Plan.Call::text)
			.forEach((call) -> calls.add(new ListItem(call)));
		Span name = new Span("What was to be sent");
		name.addClassName("run-strong");
		Div head = row(name);
		if (step.startedAt() != null) {
			head.add(Ago.words(step.startedAt()));
		}
		return new Div(head, calls);
	}

	private static void settle(StepRun step, boolean happened, RunActions actions) {
		Ask.words(happened ? "It happened" : "It did not happen", "How you know (goes to the audit log)", "Settle",
				(why) -> actions.act(() -> actions.services().aftermath().settle(step.ref(), happened, why)));
	}

	private static Div line(String label, String text) {
		Span name = new Span(label + ": ");
		name.addClassName("run-strong");
		return new Div(name, new Span(text));
	}

}
