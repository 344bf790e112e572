package io.watchfloor.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Account;
import io.watchfloor.security.Passwords;
import io.watchfloor.ui.Notices;

/** Takes a new password. */
class PasswordDialog extends Dialog {

	private final PasswordField password = new PasswordField("New password");

	private final transient Account account;

	private final transient Runnable then;

	PasswordDialog(Account account, Runnable then) {
		this.account = account;
		this.then = then;
		setHeaderTitle("Change the password");
		this.password.setAutocomplete(Autocomplete.NEW_PASSWORD);
		this.password
			.setHelperText("At least %d characters; a few unrelated words are good".formatted(Passwords.SHORTEST));
		this.password.setAutofocus(true);
		this.password.setWidthFull();
		add(this.password);
		Button ok = new Button("Save", (click) -> save());
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		ok.addClickShortcut(Key.ENTER);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

	private void save() {
		try {
			this.account.changePassword(this.password.getValue());
			close();
			Notices.done("The password is changed; your other sessions have ended.");
			this.then.run();
		}
		catch (Problem refused) {
			this.password.setErrorMessage(refused.getMessage());
			this.password.setInvalid(true);
		}
	}

}
