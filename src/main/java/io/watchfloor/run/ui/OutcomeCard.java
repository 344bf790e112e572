package io.watchfloor.run.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Confirmation;
import io.watchfloor.run.PlanDifference;
import io.watchfloor.run.StepAftermath;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepOutcome;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.StepsAgain;
import io.watchfloor.ui.Chip;
import org.jspecify.annotations.Nullable;

/** How a change ended, or why it has no plan, and what can be done next. */
final class OutcomeCard extends StepCard {

	OutcomeCard(StepRun step, boolean mayOperate, boolean undo, RunActions actions) {
		addClassName("run-" + step.state().name().toLowerCase(Locale.ROOT));
		boolean refused = step.outcome() != null && step.outcome().kind() == StepOutcome.Kind.REFUSED;
		Div head = row(refused ? new Chip(Chip.Tone.WARN, "Refused") : StepLook.of(step).chip());
		if (step.message() != null) {
			head.add(new Span(step.message()));
		}
		add(head);
		if (step.watch() != null && step.state() == StepState.DONE) {
			add(dim((StepLook.byHand(step) ? "Last seen: " : "Verified: ") + step.watch().observed()));
		}
		confirmed(step.confirmation());
		difference(step.difference());
		if (step.note() != null && !step.note().isBlank()) {
			add(dim((StepLook.byHand(step) ? "Accepted, not verified: " : "") + step.note()));
		}
		if (mayOperate) {
			add(buttons(step, undo, actions));
		}
	}

	private void confirmed(@Nullable Confirmation confirmation) {
		if (confirmation != null) {
			String reason = confirmation.reason().isEmpty() ? "" : ": " + confirmation.reason();
			add(dim("Confirmed by " + confirmation.by().name() + reason));
		}
	}

	private void difference(@Nullable PlanDifference difference) {
		if (difference == null) {
			return;
		}
		NativeTable table = new NativeTable();
		table.addClassName("wf-table");
		table.add(new NativeTableHeader(Cells.headings("What differs", "When previewed", "Now")));
		NativeTableBody body = new NativeTableBody();
		Differences.readable(difference)
			.forEach((line) -> body.add(Cells.row(line.what(), shown(line.previewed()), shown(line.found()))));
		table.add(body);
		add(table);
	}

	private static String shown(@Nullable String value) {
		return (value != null) ? value : "(none)";
	}

	private Div buttons(StepRun step, boolean undo, RunActions actions) {
		Div buttons = row();
		StepAftermath aftermath = actions.services().aftermath();
		boolean change = step.frozen().kind() == StepKind.CHANGE;
		boolean accepted = step.outcome() != null && step.outcome().kind() != StepOutcome.Kind.FAILED
				&& step.planned() != null;
		if (Skips.possible(step)) {
			buttons.add(button("Skip…", () -> Skips.ask(step, actions)));
		}
		if (undo) {
			buttons.add(button("Undo…", () -> actions.go(() -> aftermath.undo(step.ref()))));
		}
		if (step.state() == StepState.UNVERIFIED) {
			buttons.add(button("It holds…", () -> Ask.words("It holds", "How you know (goes to the audit log)",
					"Accept", (why) -> actions.act(() -> aftermath.accept(step.ref(), why)))));
		}
		if (accepted && step.state().next().contains(StepState.VERIFYING)) {
			buttons.add(main("Verify again", () -> actions.act(() -> aftermath.lookAgain(step.ref()))));
		}
		else if (change && (step.state() == StepState.READY || step.state() == StepState.FAILED)) {
			buttons.add(main((step.attempt() > 0) ? "Preview again" : "Preview",
					() -> actions.act(() -> actions.services().confirmations().preview(step.ref()))));
		}
		StepsAgain again = actions.services().walk().again();
		if (again.offered(step)) {
			boolean decision = step.frozen().kind() == StepKind.DECISION;
			buttons.add(button(decision ? "Choose again…" : "Do it again…",
					() -> actions.act(() -> again.again(step.ref()))));
		}
		if (step.state() == StepState.SKIPPED) {
			buttons.add(button("Take it up after all",
					() -> actions.act(() -> actions.services().steps().takeUp(step.ref()))));
		}
		return buttons;
	}

}
