package io.watchfloor.security.ui;

import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

import io.watchfloor.security.Person;
import io.watchfloor.security.Role;

/** Changes what somebody is trusted with. */
class RolesDialog extends Dialog {

	RolesDialog(Person person, Consumer<Set<Role>> save) {
		RoleChoice roles = new RoleChoice(person.roles());
		setHeaderTitle("Roles of " + person.displayName());
		add(roles);
		Button ok = new Button("Save", (click) -> {
			close();
			save.accept(roles.getValue());
		});
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

}
