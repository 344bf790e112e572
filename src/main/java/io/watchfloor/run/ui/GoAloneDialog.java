package io.watchfloor.run.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.run.Approval;

/** Break-glass: takes the reason and the target's name again, and then the password. */
final class GoAloneDialog extends Dialog {

	private final TextArea reason = new TextArea("Why it cannot wait");

	private final TextField name = new TextField();

	private final transient Approval approval;

	private final transient RunActions actions;

	GoAloneDialog(Approval approval, RunActions actions) {
		this.approval = approval;
		this.actions = actions;
		setHeaderTitle("Go on alone");
		setWidth("min(460px, 94vw)");
		this.reason.setWidthFull();
		this.reason.setRequiredIndicatorVisible(true);
		this.reason.setValueChangeMode(ValueChangeMode.EAGER);
		this.reason.setAutofocus(true);
		this.name.setLabel("Type the target's name: " + approval.target().name());
		this.name.setWidthFull();
		this.name.setRequiredIndicatorVisible(true);
		this.name.setValueChangeMode(ValueChangeMode.EAGER);
		Div content = new Div(new Paragraph("You do without the second person that the policy of "
				+ approval.target().environment()
				+ " wants. It is recorded as such, managers are told, and it stays on the Approvals page until one of "
				+ "them has reviewed it."), this.reason, this.name);
		content.addClassName("wf-column");
		add(content);
		Button go = new Button("Go on alone", (click) -> go());
		go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
		go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		getFooter().add(new Button("Cancel", (click) -> close()), go);
	}

	private void go() {
		this.reason.setErrorMessage("A reason is needed.");
		this.reason.setInvalid(this.reason.getValue().isBlank());
		String target = this.approval.target().name();
		this.name.setErrorMessage("Type " + target + ", exactly so.");
		this.name.setInvalid(!this.name.getValue().strip().equals(target));
		if (this.reason.isInvalid() || this.name.isInvalid()) {
			return;
		}
		String why = this.reason.getValue();
		String typed = this.name.getValue();
		close();
		this.actions.steppedUp(true,
				() -> this.actions.services()
					.goingAlone()
					.goOn(this.approval.id(), this.approval.fingerprint(), why, typed));
	}

}
