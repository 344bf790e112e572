package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.catalog.Target;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.WatchWords;
import io.watchfloor.runbook.Step;

/**
 * Cards for what only a person does: a manual step, a decision, a choice of target, the
 * end.
 */
final class HumanCards {

	private HumanCards() {
	}

	static StepCard manual(RunSnapshot snapshot, StepRun step, RunActions actions) {
		StepCard card = new StepCard();
		if (step.message() != null) {
			card.add(StepCard.dim(step.message()));
		}
		TextField note = note("Note, or a link to what was seen (optional, goes to the timeline)",
				step.ref() + " note");
		Div buttons = StepCard.row(note, StepCard.button("Skip…", () -> Skips.ask(step, actions)));
		Runnable done = () -> actions.act(() -> actions.services().steps().done(step.ref(), note.getValue()));
		WatchWords.length(step.frozen())
			.ifPresentOrElse(
					(length) -> buttons.add(StepCard.button("Done by hand", done),
							card.main("Watch it for " + Cells.words(length) + "…",
									() -> WatchDialog.ask(snapshot, step, actions))),
					() -> buttons.add(card.main("Done", done)));
		card.add(buttons);
		card.focusOn(note);
		return card;
	}

	static StepCard decision(StepRun step, RunActions actions) {
		StepCard card = new StepCard();
		RadioButtonGroup<Step.Choice> choices = new RadioButtonGroup<>("What is the cause?");
		choices.setItems(step.frozen().choices());
		choices.addThemeName("vertical");
		choices.setRenderer(new ComponentRenderer<>(HumanCards::choice));
		card.add(choices,
				StepCard.row(StepCard.button("Skip…", () -> Skips.ask(step, actions)),
						card.main("Choose this cause",
								() -> choices.getOptionalValue()
									.ifPresentOrElse((choice) -> actions
										.act(() -> actions.services().steps().choose(step.ref(), choice.cause())),
											() -> choices.setInvalid(true)))));
		choices.setErrorMessage("Choose a cause.");
		card.focusOn(choices);
		return card;
	}

	private static Div choice(Step.Choice choice) {
		Span solution = new Span(choice.solution());
		solution.addClassName("wf-dim");
		Span cause = new Span(choice.cause());
		cause.addClassName("run-strong");
		Div both = new Div(cause, new Span(" "), solution);
		both.addClassName("run-choice");
		return both;
	}

	static StepCard target(StepRun step, List<Target> candidates, RunActions actions) {
		StepCard card = new StepCard();
		if (candidates.isEmpty()) {
			card.add(new Div("No target of this environment fits the command."),
					StepCard.dim("Add one to the system's system.yaml and start again, or skip this step."));
		}
		else {
			card.add(new Div("The command can mean several targets. Which one?"));
		}
		Div choices = StepCard.row(candidates.stream()
			.map((target) -> StepCard.button(target.id().name(),
					() -> actions.act(() -> actions.services().steps().chooseTarget(step.ref(), target.id()))))
			.toArray(Button[]::new));
		choices.add(StepCard.button("Skip…", () -> Skips.ask(step, actions)));
		card.add(choices);
		return card;
	}

	static StepCard finish(Run run, RunActions actions) {
		StepCard card = new StepCard(new Div("Every step is done or skipped."));
		RunEnd.notWell(run).ifPresent(card::add);
		TextField note = note("Closing note (optional)", run.id() + " note");
		card.add(StepCard.row(note, card.main("Finish the run",
				() -> actions.act(() -> actions.services().runs().finish(run.id(), note.getValue())))));
		card.focusOn(note);
		return card;
	}

	private static TextField note(String label, String place) {
		TextField note = new TextField(label);
		note.setValueChangeMode(ValueChangeMode.EAGER);
		note.addClassName("run-grow");
		Drafts.keep(note, place);
		return note;
	}

}
