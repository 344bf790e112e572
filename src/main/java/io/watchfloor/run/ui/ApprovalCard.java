package io.watchfloor.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Confirmation;
import io.watchfloor.run.Demands;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.Ago;

/** Waits for a second person, who approves or refuses this very plan. */
final class ApprovalCard extends StepCard {

	ApprovalCard(StepRun step, String fingerprint, Confirmation asked, Demands demands, String me, RunActions actions) {
		addClassName("run-confirm");
		boolean own = asked.by().id().equals(me);
		Div who = row(new Span(own ? "You ask a second person to approve this plan: " + asked.reason()
				: asked.by().name() + " asks to do this: " + asked.reason()), Ago.words(asked.at()));
		add(who);
		if (own) {
			add(button("Withdraw",
					() -> actions.act(() -> actions.services().confirmations().refuse(step.ref(), "withdrawn"))),
					dim("Nobody approves their own request. It expires after an hour."));
		}
		else if (demands.mayApprove()) {
			Button approve = main("Approve plan " + PlanPanel.shortened(fingerprint),
					() -> actions.act(() -> actions.services().confirmations().approve(step.ref(), fingerprint)));
			approve.addThemeVariants(ButtonVariant.ERROR);
			add(row(button("Refuse…", () -> refuse(step, actions)), approve));
		}
		else {
			add(dim("Only a person who may approve can answer."));
		}
	}

	private static void refuse(StepRun step, RunActions actions) {
		Ask.words("Refuse the plan", "Why", "Refuse",
				(why) -> actions.act(() -> actions.services().confirmations().refuse(step.ref(), why)));
	}

}
