package io.watchfloor.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Approval;
import io.watchfloor.run.DisplayText;
import io.watchfloor.run.WaitingApproval;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/**
 * Waits for a second person, who approves or refuses this very plan; whoever asked can
 * take it back, or go on alone when nobody answers.
 */
final class ApprovalCard extends StepCard {

	ApprovalCard(WaitingApproval waiting, RunActions actions) {
		addClassName("run-confirm");
		Approval approval = waiting.approval();
		add(row(new Chip(Chip.Tone.WARN, "Waits for approval"), times(approval)));
		if (waiting.own()) {
			own(waiting, actions);
		}
		else if (waiting.mayAnswer()) {
			answer(approval, actions);
		}
		else {
			add(dim("Only a person who may approve in " + approval.scope().place() + " can answer."));
		}
	}

	/** Who asks, and why. */
	static Div who(WaitingApproval waiting) {
		Approval approval = waiting.approval();
		String asks = waiting.own() ? "You ask a second person to approve this plan"
				: approval.askedBy().name() + " asks to do this";
		String why = approval.reason().isEmpty() ? "." : ": " + approval.reason();
		Div line = new Div(DisplayText.inert(asks + why));
		line.addClassName("run-asked");
		return line;
	}

	private static Span times(Approval approval) {
		Span times = new Span(new Span("asked "), Ago.words(approval.askedAt()), new Span(" · expires "),
				Ago.words(approval.expiresAt()));
		times.addClassName("wf-dim");
		return times;
	}

	private void own(WaitingApproval waiting, RunActions actions) {
		Approval approval = waiting.approval();
		Div buttons = row(
				button("Withdraw", () -> actions.act(() -> actions.services().approvals().withdraw(approval.id()))));
		buttons.addClassName("run-confirm-line");
		if (waiting.mayGoAlone()) {
			Button alone = button("Go on alone…", () -> new GoAloneDialog(approval, actions).open());
			alone.addThemeVariants(ButtonVariant.ERROR);
			alone.addClassName("wf-spread");
			buttons.add(alone);
		}
		add(buttons, alone(waiting));
	}

	private static Div alone(WaitingApproval waiting) {
		Approval approval = waiting.approval();
		if (approval.aloneFrom() == null) {
			return dim("Nobody approves their own request, and the policy of " + approval.target().environment()
					+ " lets nobody go on alone.");
		}
		if (waiting.mayGoAlone()) {
			return dim("Nobody answered. If it cannot wait, you may go on alone; managers are told.");
		}
		Div later = dim("Nobody approves their own request. If nobody answers, you may go on alone ");
		later.add(Ago.words(approval.aloneFrom()));
		return later;
	}

	private void answer(Approval approval, RunActions actions) {
		Button approve = main("Approve plan " + PlanPanel.shortened(approval.fingerprint()), () -> actions
			.act(() -> actions.services().approvals().approve(approval.id(), approval.fingerprint()), "Approved."));
		approve.addThemeVariants(ButtonVariant.ERROR);
		approve.addClassName("wf-spread");
		Button refuse = button("Refuse…", () -> Ask.words("Refuse the plan", "Why (goes to whoever asked)", "Refuse",
				(why) -> actions.act(() -> actions.services().approvals().refuse(approval.id(), why), "Refused.")));
		Div buttons = row(refuse, approve);
		buttons.addClassName("run-confirm-line");
		add(buttons);
	}

}
