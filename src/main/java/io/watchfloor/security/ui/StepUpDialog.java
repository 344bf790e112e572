package io.watchfloor.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Authority;

/** Takes the password again. */
class StepUpDialog extends Dialog {

	private final PasswordField password = new PasswordField("Password");

	private final transient Authority authority;

	private final transient Runnable then;

	StepUpDialog(Authority authority, String why, Runnable then) {
		this.authority = authority;
		this.then = then;
		setHeaderTitle("Your password again");
		setWidth("min(380px, 94vw)");
		this.password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
		this.password.setAutofocus(true);
		this.password.setWidthFull();
		Div content = new Div(
				new Paragraph("Enter your password to %s. It is remembered for ten minutes.".formatted(why)),
				this.password);
		content.addClassName("wf-column");
		add(content);
		Button ok = new Button("Go on", (click) -> prove());
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		ok.addClickShortcut(Key.ENTER);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

	private void prove() {
		try {
			this.authority.stepUp(this.password.getValue());
		}
		catch (Problem refused) {
			this.password.setErrorMessage(refused.getMessage());
			this.password.setInvalid(true);
			this.password.focus();
			return;
		}
		close();
		this.then.run();
	}

}
