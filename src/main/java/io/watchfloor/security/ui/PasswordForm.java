package io.watchfloor.security.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Passwords;
import io.watchfloor.security.Person;
import io.watchfloor.security.SignInLinks;
import io.watchfloor.security.Token;

/** Name and new password, for the holder of a link. */
class PasswordForm extends Div {

	// The browser signs in the way the sign-in page does, so there is one way in
	private static final String SIGN_IN = """
			const form = document.createElement('form');
			form.method = 'post';
			form.action = 'login';
			const csrf = document.querySelector('meta[name=_csrf]')?.content;
			const parameter = document.querySelector('meta[name=_csrf_parameter]')?.content;
			const values = {username: $0, password: $1};
			if (csrf && parameter) values[parameter] = csrf;
			for (const [name, value] of Object.entries(values)) {
			  const input = document.createElement('input');
			  input.type = 'hidden';
			  input.name = name;
			  input.value = value;
			  form.append(input);
			}
			document.body.append(form);
			form.submit();
			""";

	private final TextField name = new TextField("Name");

	private final PasswordField password = new PasswordField("Password");

	private final Paragraph trouble = new Paragraph();

	private final transient SignInLinks links;

	private final transient Token token;

	/**
	 * Asks.
	 * @param links where the link is used up
	 * @param token which link
	 * @param known the name, where the link names the person
	 */
	PasswordForm(SignInLinks links, Token token, @Nullable String known) {
		this.links = links;
		this.token = token;
		addClassName("wf-column");
		this.name.setAutocomplete(Autocomplete.USERNAME);
		this.name.setValue((known != null) ? known : "");
		this.name.setReadOnly(known != null);
		this.password.setAutocomplete(Autocomplete.NEW_PASSWORD);
		this.password
			.setHelperText("At least %d characters; a few unrelated words are good".formatted(Passwords.SHORTEST));
		Focusable<?> first = (known != null) ? this.password : this.name;
		first.focus();
		this.trouble.addClassName("wf-sign-in-trouble");
		this.trouble.getElement().setAttribute("role", "alert");
		this.trouble.setVisible(false);
		Button save = new Button("Save and sign in", (click) -> save());
		save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		save.addClickShortcut(Key.ENTER);
		add(this.name, this.password, this.trouble, save);
	}

	private void save() {
		try {
			Person person = this.links.accept(this.token, this.name.getValue(), this.password.getValue());
			getElement().executeJs(SIGN_IN, person.name(), this.password.getValue());
		}
		catch (Problem refused) {
			this.trouble.setText(String.valueOf(refused.getMessage()));
			this.trouble.setVisible(true);
		}
	}

}
