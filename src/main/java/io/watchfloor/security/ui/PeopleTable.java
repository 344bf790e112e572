package io.watchfloor.security.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;

import io.watchfloor.security.Person;
import io.watchfloor.ui.Chip;

/** Everybody, a line each. */
class PeopleTable extends Grid<Person> {

	private final transient Actions actions;

	PeopleTable(Actions actions) {
		this.actions = actions;
		setAllRowsVisible(true);
		addThemeVariants(GridVariant.LUMO_NO_BORDER);
		setSelectionMode(SelectionMode.NONE);
		addColumn(Person::displayName).setHeader("Person").setAutoWidth(true);
		addColumn(Person::name).setHeader("Signs in as").setAutoWidth(true);
		addColumn((person) -> RoleNames.of(person)).setHeader("Roles")
			.setTooltipGenerator((person) -> RoleNames.of(person))
			.setFlexGrow(3);
		addComponentColumn(PeopleTable::state).setHeader("State").setAutoWidth(true);
		addComponentColumn(this::buttons).setHeader("Actions").setAutoWidth(true).setFrozenToEnd(true);
	}

	void show(List<Person> people) {
		setItems(people).setIdentifierProvider(Person::id);
	}

	private static Component state(Person person) {
		if (!person.enabled()) {
			return new Chip(Chip.Tone.CRIT, "Disabled");
		}
		if (!person.hasPassword() && !person.external()) {
			return new Chip(Chip.Tone.WARN, "Invited");
		}
		return new Chip(Chip.Tone.OK, person.external() ? "Organisation" : "Password");
	}

	private Component buttons(Person person) {
		Div line = new Div(button("Roles", () -> this.actions.roles(person)),
				button("New link", () -> this.actions.link(person)),
				person.enabled() ? button("Disable", () -> confirm(person))
						: button("Enable", () -> this.actions.enable(person)));
		line.addClassName("wf-row");
		return line;
	}

	private static Button button(String text, Runnable then) {
		Button button = new Button(text, (click) -> then.run());
		button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
		return button;
	}

	private void confirm(Person person) {
		ConfirmDialog dialog = new ConfirmDialog("Disable " + person.displayName() + "?",
				"All their sessions end at once, and they cannot sign in until somebody enables them again. "
						+ "Runs they started go on.",
				"Disable", (confirmed) -> this.actions.disable(person));
		dialog.setCancelable(true);
		dialog.open();
	}

	/** What can be done to a person. */
	interface Actions {

		/** Change the roles. */
		void roles(Person person);

		/** Make a new link. */
		void link(Person person);

		/** Shut out. */
		void disable(Person person);

		/** Let in again. */
		void enable(Person person);

	}

}
