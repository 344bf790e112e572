package io.watchfloor.catalog.ui;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.connection.Connections;
import io.watchfloor.ui.Chip;

/** One environment: its targets, and what a person must do there. */
class EnvironmentCard extends Div {

	EnvironmentCard(Environment environment, Connections connections) {
		addClassNames("wf-card", "wf-column");
		Div heading = new Div(new H2(environment.name()));
		heading.addClassName("wf-row");
		if (environment.production()) {
			heading.add(new Chip(Chip.Tone.WARN, "Production"));
		}
		add(heading, targets(environment, connections), new H3("Confirmation"), new PolicyLadder(environment));
	}

	private static Component targets(Environment environment, Connections connections) {
		if (environment.targets().isEmpty()) {
			Paragraph none = new Paragraph("No target yet. Add one to the system's system.yaml.");
			none.addClassName("wf-dim");
			return none;
		}
		FactTable table = new FactTable("Targets of " + environment.name(), "Target", "Kind", "Address", "Secrets",
				"Written in runbooks as", "Connection");
		environment.targets()
			.forEach((target) -> table.row(target.id().name(), target.kind(), mono(address(target.settings())),
					mono(secrets(target)), mono(String.join(", ", target.writtenAs())),
					new TestButton(target, connections)));
		return table;
	}

	/** The URL alone where there is one, else every setting. */
	private static String address(Map<String, String> settings) {
		Map<String, String> others = new TreeMap<>(settings);
		String url = others.remove("url");
		String rest = others.entrySet()
			.stream()
			.map((setting) -> setting.getKey() + " " + setting.getValue())
			.collect(Collectors.joining(", "));
		if (url == null) {
			return rest;
		}
		return rest.isEmpty() ? url : url + " (" + rest + ")";
	}

	/** Where they come from; the catalog holds no values (law 7). */
	private static String secrets(Target target) {
		return new TreeMap<>(target.secrets()).entrySet()
			.stream()
			.map((secret) -> secret.getKey() + " from " + secret.getValue())
			.collect(Collectors.joining(", "));
	}

	private static Span mono(String text) {
		Span span = new Span(text);
		span.addClassName("systems-mono");
		return span;
	}

}
