package io.watchfloor.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.connection.Connections;

/** Tries one target out. */
class TestButton extends Button {

	TestButton(Target target, Connections connections) {
		super("Test");
		addThemeVariants(ButtonVariant.LUMO_SMALL);
		setAriaLabel("Test the connection to " + target.id().name() + " of " + target.id().environment());
		setEnabled(connections.allowed());
		setTooltipText(connections.allowed() ? "Signs in and changes nothing"
				: "Your roles do not allow to test connections. An administrator can change them under Access.");
		addClickListener((click) -> new ConnectionDialog(target.id(), connections).open());
	}

}
