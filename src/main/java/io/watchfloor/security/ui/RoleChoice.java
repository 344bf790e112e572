package io.watchfloor.security.ui;

import java.util.Set;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;

import io.watchfloor.security.Role;

/** Boxes to tick, each saying what the role means. */
class RoleChoice extends CheckboxGroup<Role> {

	RoleChoice(Set<Role> chosen) {
		super("Roles");
		addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
		setItems(Role.values());
		setItemLabelGenerator((role) -> RoleNames.of(role) + ": " + RoleNames.meaning(role));
		setValue(chosen);
	}

}
