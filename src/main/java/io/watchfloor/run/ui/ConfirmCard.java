package io.watchfloor.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.catalog.Friction;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.Demands;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.Chip;

/** Takes a person's confirmation of the plan above it. */
final class ConfirmCard extends StepCard {

	/** A button is read at a glance; the plan above it has every word. */
	private static final int LONGEST_LABEL = 60;

	private final TextField reason = new TextField("Reason (goes to the audit log and the timeline)");

	private final TextField name = new TextField();

	ConfirmCard(StepRun step, String fingerprint, String environment, Demands demands, RunActions actions) {
		addClassName("run-confirm");
		if (step.message() != null) {
			add(row(new Chip(Chip.Tone.WARN, "Not approved"), new Span(step.message())));
		}
		Friction friction = demands.friction();
		this.reason.setValueChangeMode(ValueChangeMode.EAGER);
		this.reason.addClassName("run-grow");
		Drafts.keep(this.reason, step.ref() + " reason");
		this.reason.setRequiredIndicatorVisible(friction.reason());
		this.name.setLabel("Type the target's name: " + demands.targetName());
		this.name.setValueChangeMode(ValueChangeMode.EAGER);
		this.name.setVisible(friction.typeName());
		this.name.setRequiredIndicatorVisible(true);
		this.name.addClassName("run-type-name");
		Button confirm = main(label(step, friction), () -> confirm(step, fingerprint, demands, actions));
		if (step.frozen().risk() != Risk.REVERSIBLE) {
			confirm.addThemeVariants(ButtonVariant.ERROR);
		}
		confirm.setEnabled(demands.mayConfirm() && demands.hindrance() == null);
		Button skip = button("Skip…", () -> Skips.ask(step, actions));
		skip.setEnabled(demands.mayConfirm());
		confirm.addClassName("wf-spread");
		lines(friction, skip, confirm);
		add(dim(policy(environment, friction)));
		hindrance(demands);
		focusOn(this.reason);
	}

	/**
	 * Two fields have a line of their own, so that a message under one moves no button.
	 */
	private void lines(Friction friction, Button skip, Button confirm) {
		Div fields = row(this.reason, this.name);
		Div buttons = friction.typeName() ? row(skip, confirm) : fields;
		buttons.add(skip, confirm);
		fields.addClassName(friction.typeName() ? "run-confirm-fields" : "run-confirm-line");
		buttons.addClassName("run-confirm-line");
		add(fields, buttons);
	}

	private void hindrance(Demands demands) {
		if (demands.hindrance() != null) {
			Div trouble = new Div(demands.hindrance());
			trouble.addClassName("run-trouble");
			add(trouble);
		}
	}

	private void confirm(StepRun step, String fingerprint, Demands demands, RunActions actions) {
		if (!demands.mayConfirm() || demands.hindrance() != null || missing(demands)) {
			return;
		}
		String why = this.reason.getValue();
		String typed = this.name.getValue();
		actions.steppedUp(demands.friction().stepUp(),
				() -> actions.services().confirmations().confirm(step.ref(), fingerprint, why, typed));
	}

	private boolean missing(Demands demands) {
		boolean noReason = demands.friction().reason() && this.reason.isEmpty();
		boolean noName = demands.friction().typeName() && !this.name.getValue().strip().equals(demands.targetName());
		this.reason.setErrorMessage("A reason is needed here.");
		this.reason.setInvalid(noReason);
		this.name.setErrorMessage("Type " + demands.targetName() + ", exactly so.");
		this.name.setInvalid(noName);
		if (noReason) {
			this.reason.focus();
		}
		else if (noName) {
			this.name.focus();
		}
		return noReason || noName;
	}

	private static String label(StepRun step, Friction friction) {
		String action = step.frozen().actionTitle();
		String title = (action != null && action.length() <= LONGEST_LABEL) ? action : step.shortTitle();
		return (friction.secondPerson() ? "Ask for approval: " : "Confirm: ") + title;
	}

	private static String policy(String environment, Friction friction) {
		StringBuilder text = new StringBuilder("Policy of ").append(environment).append(": one confirmation");
		text.append(friction.reason() ? ", a reason" : "")
			.append(friction.typeName() ? ", the target's name typed" : "")
			.append(friction.stepUp() ? ", a sign-in no older than ten minutes" : "")
			.append(friction.secondPerson() ? ", and a second person who approves" : "");
		return text.append('.').toString();
	}

}
