package io.watchfloor.run.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.runbook.Phase;
import io.watchfloor.ui.Ago;
import org.jspecify.annotations.Nullable;

/** The walk's steps by phase, with their states. */
final class StepList extends Redrawn {

	private final Consumer<String> select;

	StepList(Consumer<String> select) {
		this.select = select;
		addClassName("run-steps");
		getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Steps");
	}

	void show(Run run, @Nullable StepRun selected) {
		if (!begins(List.of(run.steps(), (selected != null) ? selected.key() : ""))) {
			return;
		}
		Phase phase = null;
		List<StepRun> folded = run.steps().stream().filter(run::folded).toList();
		String chosen = (selected != null) ? selected.key() : "";
		for (StepRun step : run.steps()) {
			if (folded.contains(step)) {
				continue;
			}
			if (step.frozen().phase() != phase) {
				phase = step.frozen().phase();
				Div heading = new Div(name(phase));
				heading.addClassName("wf-heading");
				add(heading);
			}
			add(line(step, chosen.equals(step.key())));
		}
		if (!folded.isEmpty()) {
			add(away(folded, chosen));
		}
	}

	/** What is there for other causes is out of the way, and can be looked at. */
	private NativeDetails away(List<StepRun> folded, String chosen) {
		Div lines = new Div();
		folded.forEach((step) -> lines.add(line(step, chosen.equals(step.key()))));
		NativeDetails away = new NativeDetails("For other causes (" + folded.size() + ")", lines);
		away.addClassName("run-folded");
		away.setOpen(folded.stream().anyMatch((step) -> chosen.equals(step.key())));
		return away;
	}

	private NativeButton line(StepRun step, boolean current) {
		StepLook look = StepLook.of(step);
		NativeButton line = new NativeButton("", (click) -> this.select.accept(step.key()));
		line.addClassNames("run-step", StepLook.name(step));
		if (current) {
			line.addClassName("current");
			line.getElement().setAttribute("aria-current", "step");
		}
		Span icon = new Span(current && !step.state().settled() ? "▸" : look.icon());
		icon.addClassName("run-icon");
		icon.getElement().setAttribute("aria-hidden", "true");
		icon.setTitle(look.word());
		Span word = new Span(look.word() + ": ");
		word.addClassName("run-spoken");
		Div text = new Div(word, new Span(step.shortTitle()));
		text.setTitle(step.title());
		String more = more(step);
		if (!more.isEmpty()) {
			Div below = new Div(more);
			below.addClassNames("run-below", "wf-dim");
			text.add(below);
		}
		line.add(icon, text);
		if (step.endedAt() != null) {
			line.add(Ago.clock(step.endedAt()));
		}
		return line;
	}

	private static String more(StepRun step) {
		String note = (step.note() != null) ? step.note() : "";
		return switch (step.state()) {
			case SKIPPED -> "skipped: " + note;
			case DONE -> switch (step.frozen().kind()) {
				case READ, CHANGE -> StepLook.byHand(step) ? "accepted by hand: " + note
						: (step.message() != null) ? step.message() : "";
				case DECISION, MANUAL -> note;
			};
			case READY, PLANNED -> "";
			case READING, NO_DATA, AWAITING_APPROVAL, INTENDED, EXECUTING, UNKNOWN, VERIFYING, UNVERIFIED, WATCHING,
					FAILED ->
				StepLook.of(step.state()).word().toLowerCase(Locale.ROOT);
		};
	}

	private static String name(Phase phase) {
		return switch (phase) {
			case SYMPTOMS -> "Symptoms";
			case INVESTIGATE -> "Investigate";
			case DECIDE -> "Decide";
			case MITIGATE -> "Mitigate";
			case VERIFY -> "Verify";
			case ESCALATE -> "Escalate";
			case STEPS -> "Steps";
		};
	}

}
