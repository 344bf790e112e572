package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalQueue;
import io.watchfloor.run.DisplayText;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** What was done without a second person and no manager has looked at. */
final class AlonePanel extends Redrawn {

	private final ApprovalQueue queue;

	private final RunActions actions;

	AlonePanel(ApprovalQueue queue, RunActions actions) {
		this.queue = queue;
		this.actions = actions;
		addClassName("wf-column");
	}

	void show(List<Approval> alone) {
		setVisible(!alone.isEmpty());
		if (!begins(alone)) {
			return;
		}
		add(new H2("Done alone, to review"));
		alone.forEach((approval) -> add(card(approval)));
	}

	private Div card(Approval approval) {
		Approval.Remark decision = approval.decision();
		Div what = StepCard.row(new Chip(Chip.Tone.CRIT, "Without a second person"),
				new Anchor(ApprovalItem.link(approval.step()), approval.title()));
		Div who = new Div(new Span(approval.askedBy().name() + " in " + approval.scope().place() + " on "
				+ approval.target().name() + ", "));
		who.addClassName("wf-dim");
		Div card = new Div(what, who);
		card.addClassNames("wf-card", "wf-column", "run-alone");
		if (decision != null) {
			who.add(Ago.words(decision.at()));
			card.add(new Div(DisplayText.inert(decision.words())));
		}
		if (this.queue.mayReview(approval)) {
			card.add(StepCard.row(StepCard.button("Review…", () -> review(approval))));
		}
		else {
			card.add(StepCard.dim("Waits for a manager who did not do it."));
		}
		return card;
	}

	private void review(Approval approval) {
		Ask.words("Review what was done alone", "What you make of it (goes to the audit log and the timeline)",
				"Reviewed", (note) -> this.actions
					.act(() -> this.actions.services().goingAlone().review(approval.id(), note), "Reviewed."));
	}

}
