package io.watchfloor.security.ui;

import java.util.Set;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

import io.watchfloor.security.Grant;
import io.watchfloor.security.Person;
import io.watchfloor.security.Places;
import io.watchfloor.security.Role;

/** Changes what somebody is trusted with. */
class RolesDialog extends Dialog {

	RolesDialog(Person person, Places places, BiConsumer<Set<Role>, Set<Grant>> save) {
		RoleChoice roles = new RoleChoice(person.roles());
		setHeaderTitle("Roles of " + person.displayName());
		GrantChoice grants = new GrantChoice(person.grants(), places);
		setWidth("min(820px, 96vw)");
		add(roles, grants);
		Button ok = new Button("Save", (click) -> {
			close();
			save.accept(roles.getValue(), grants.value());
		});
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

}
