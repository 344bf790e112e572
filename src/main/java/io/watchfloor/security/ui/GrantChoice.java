package io.watchfloor.security.ui;

import java.util.LinkedHashSet;
import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Grant;
import io.watchfloor.security.Places;
import io.watchfloor.security.Role;

/** Roles that count in some places only. */
class GrantChoice extends Div {

	private final Div rows = new Div();

	private final transient Places places;

	GrantChoice(Set<Grant> grants, Places places) {
		this.places = places;
		addClassName("wf-column");
		this.rows.addClassName("wf-column");
		Button more = new Button("Add a place", (click) -> add(new Grant(Role.OPERATOR, "", "", Risk.DESTRUCTIVE)));
		more.addThemeName("small");
		Paragraph meaning = new Paragraph(
				"Besides what counts everywhere. Seeing is not limited: whoever has any role sees all systems.");
		meaning.addClassName("wf-dim");
		add(new H3("Only in some places"), meaning, this.rows, new Div(more));
		grants.forEach(this::add);
	}

	private void add(Grant grant) {
		this.rows.add(new GrantRow(grant, this.places, this.rows::remove));
	}

	Set<Grant> value() {
		Set<Grant> grants = new LinkedHashSet<>();
		this.rows.getChildren().map(GrantRow.class::cast).map(GrantRow::value).forEach(grants::add);
		return grants;
	}

}
