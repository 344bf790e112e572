package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalState;
import io.watchfloor.run.DisplayText;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** What became of earlier requests. */
final class DecidedPanel extends Redrawn {

	DecidedPanel() {
		addClassName("wf-column");
	}

	void show(List<Approval> decided) {
		setVisible(!decided.isEmpty());
		if (!begins(decided)) {
			return;
		}
		add(new H2("Decided lately"));
		decided.forEach((approval) -> add(line(approval)));
	}

	private static Div line(Approval approval) {
		Div head = StepCard.row(chip(approval.state()),
				new Anchor(ApprovalItem.link(approval.step()), approval.title()));
		Div who = new Div(new Span("asked by " + approval.askedBy().name() + " in " + approval.scope().place()));
		who.addClassName("wf-dim");
		Approval.Remark decision = approval.decision();
		if (decision != null) {
			String by = ((approval.state() == ApprovalState.ALONE) ? " · went on alone" : " · " + decision.by().name());
			who.add(new Span(by + ", "), Ago.words(decision.at()));
			if (!decision.words().isEmpty()) {
				who.add(new Span(" · " + DisplayText.inert(decision.words())));
			}
		}
		Approval.Remark review = approval.review();
		if (review != null) {
			who.add(new Span(" · reviewed by " + review.by().name() + ": " + DisplayText.inert(review.words())));
		}
		Div line = new Div(head, who);
		line.addClassName("run-decided");
		return line;
	}

	static Chip chip(ApprovalState state) {
		return switch (state) {
			case WAITING -> new Chip(Chip.Tone.WARN, "Waits");
			case APPROVED -> new Chip(Chip.Tone.OK, "Approved");
			case REFUSED -> new Chip(Chip.Tone.CRIT, "Refused");
			case WITHDRAWN -> new Chip(Chip.Tone.MUTE, "Withdrawn");
			case EXPIRED -> new Chip(Chip.Tone.WARN, "Expired");
			case ALONE -> new Chip(Chip.Tone.CRIT, "Alone");
			case VOID -> new Chip(Chip.Tone.MUTE, "Void");
		};
	}

}
