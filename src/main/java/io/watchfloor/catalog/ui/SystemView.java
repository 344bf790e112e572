package io.watchfloor.catalog.ui;

import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Systems;
import io.watchfloor.catalog.connection.Connections;
import io.watchfloor.kernel.Problem;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.MainLayout;
import io.watchfloor.ui.SystemPanel;
import jakarta.annotation.security.PermitAll;

/** One system as its file describes it; nothing here can be changed but in the file. */
@Route(value = "systems/:system", layout = MainLayout.class)
@PermitAll
@StyleSheet("themes/systems.css")
class SystemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

	private final Systems systems;

	private String id = "";

	private String title = "System";

	private final Connections connections;

	private final transient List<SystemPanel> panels;

	SystemView(Systems systems, CatalogChanges changes, Connections connections, List<SystemPanel> panels) {
		this.panels = panels.stream().sorted(Comparator.comparingInt(SystemPanel::order)).toList();
		this.systems = systems;
		this.connections = connections;
		addClassName("wf-page");
		changes.follow(this, this::show);
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.id = event.getRouteParameters().get("system").orElse("");
		show();
	}

	@Override
	public String getPageTitle() {
		return this.title;
	}

	private void show() {
		removeAll();
		try {
			show(this.systems.find(this.id));
		}
		catch (Problem missing) {
			if (missing.category() != Problem.Category.NOT_FOUND) {
				throw missing;
			}
			this.title = "No such system";
			add(new EmptyState("No such system", String.valueOf(missing.getMessage()),
					new Anchor("systems", "Open Systems")));
		}
	}

	private void show(OperatedSystem system) {
		this.title = system.name();
		add(new H1(system.name()), summary(system), new GapChips(system), new RunbookList(system));
		system.environments().forEach((environment) -> add(new EnvironmentCard(environment, this.connections)));
		add(new StandardsCards(system));
		this.panels.forEach((panel) -> add(panel.of(system.id().value())));
	}

	private static Div summary(OperatedSystem system) {
		Div summary = new Div(new Paragraph(system.summary()));
		Paragraph facts = new Paragraph(
				"Owned by " + system.owner() + (system.platform().isEmpty() ? "" : " · runs on " + system.platform())
						+ " · described in " + system.id() + "/system.yaml");
		facts.addClassName("wf-dim");
		summary.add(facts);
		return summary;
	}

}
