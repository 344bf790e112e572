package io.watchfloor.security.ui;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;

import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Grant;
import io.watchfloor.security.Places;
import io.watchfloor.security.Role;

/** One role in one place: which, where, and up to what risk. */
class GrantRow extends Div {

	private final Select<Role> role = new Select<>();

	private final Select<String> system;

	private final Select<String> environment;

	private final Select<Risk> upTo = new Select<>();

	GrantRow(Grant grant, Places places, Consumer<GrantRow> remove) {
		addClassNames("wf-row", "access-grant");
		this.role.setItems(Role.OPERATOR, Role.APPROVER);
		this.role.setLabel("Role");
		this.role.setItemLabelGenerator(RoleNames::of);
		this.role.setValue(grant.role());
		this.system = place("System", "every system", grant.system(), places.systems());
		this.environment = place("Environment", "every environment", grant.environment(), places.environments());
		this.upTo.setItems(Risk.values());
		this.upTo.setLabel("Up to");
		this.upTo.setItemLabelGenerator((risk) -> risk.name().toLowerCase(Locale.ROOT));
		this.upTo.setValue(grant.upTo());
		Button gone = new Button("Remove", (click) -> remove.accept(this));
		gone.addThemeNames("tertiary", "small");
		add(this.role, this.system, this.environment, this.upTo, gone);
	}

	/** What is gone from the catalog is shown, since it still counts once it is back. */
	private static Select<String> place(String label, String every, String chosen, Collection<String> known) {
		Select<String> place = new Select<>();
		place.setLabel(label);
		place.setPlaceholder(every);
		Set<String> items = new TreeSet<>(known);
		if (!chosen.isEmpty()) {
			items.add(chosen);
		}
		place.setItems(items);
		place.setEmptySelectionAllowed(true);
		place.setEmptySelectionCaption(every);
		place.setValue(chosen.isEmpty() ? null : chosen);
		return place;
	}

	Grant value() {
		return new Grant(this.role.getValue(), this.system.getOptionalValue().orElse(""),
				this.environment.getOptionalValue().orElse(""), this.upTo.getValue());
	}

}
