package io.watchfloor.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Friction;
import io.watchfloor.kernel.Risk;
import io.watchfloor.ui.RiskChip;

/**
 * What a person must do in an environment, by risk, and where that differs from normal.
 */
class PolicyLadder extends Div {

	PolicyLadder(Environment environment) {
		FactTable table = new FactTable("Confirmation in " + environment.name(), "Risk", "Before it runs", "");
		for (Risk risk : Risk.values()) {
			Friction friction = environment.friction(risk);
			Friction standard = Friction.standard(risk, environment.production());
			table.row(RiskChip.of(risk), before(risk, friction), note(friction, standard));
		}
		add(table);
	}

	/** The walk makes readings as it comes to them, unless the system asks for more. */
	private static String before(Risk risk, Friction friction) {
		return (risk == Risk.READ && friction.equals(Friction.CONFIRM))
				? "nothing: it is read when the walk comes to it" : Words.friction(friction);
	}

	private static Component note(Friction friction, Friction standard) {
		Span note = new Span(friction.equals(standard) ? ""
				: (demands(friction) > demands(standard)) ? "stricter than usual" : "set by this system");
		note.addClassName("wf-dim");
		return note;
	}

	private static int demands(Friction friction) {
		return (friction.reason() ? 1 : 0) + (friction.typeName() ? 1 : 0) + (friction.stepUp() ? 1 : 0)
				+ (friction.secondPerson() ? 1 : 0);
	}

}
