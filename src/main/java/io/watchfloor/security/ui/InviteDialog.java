package io.watchfloor.security.ui;

import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

import io.watchfloor.security.Role;

/** Asks for a new person. */
class InviteDialog extends Dialog {

	private final TextField name = new TextField("Name to sign in with");

	private final TextField displayName = new TextField("Name that others see");

	private final RoleChoice roles = new RoleChoice(Set.of(Role.VIEWER));

	InviteDialog(Consumer<Request> invite) {
		setHeaderTitle("Invite a person");
		this.name.setAutofocus(true);
		Div fields = new Div(this.name, this.displayName, this.roles);
		fields.addClassName("wf-column");
		add(fields);
		Button ok = new Button("Make a link", (click) -> invite.accept(
				new Request(this.name.getValue(), this.displayName.getValue(), this.roles.getValue(), this::close)));
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

	/**
	 * Who to invite.
	 *
	 * @param name to sign in with
	 * @param displayName what others see; may be blank
	 * @param roles what the person is trusted with
	 * @param done to be run when it worked
	 */
	record Request(String name, String displayName, Set<Role> roles, Runnable done) {
	}

}
