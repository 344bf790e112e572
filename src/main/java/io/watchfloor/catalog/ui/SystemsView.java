package io.watchfloor.catalog.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Systems;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** All systems, how completely they are described, and files that need attention. */
@Route(value = "systems", layout = MainLayout.class)
@PageTitle("Systems")
@PermitAll
@StyleSheet("themes/systems.css")
class SystemsView extends Div implements BeforeEnterObserver {

	private final Systems systems;

	SystemsView(Systems systems, CatalogChanges changes) {
		this.systems = systems;
		addClassName("wf-page");
		changes.follow(this, this::show);
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		show();
	}

	private void show() {
		removeAll();
		List<OperatedSystem> all = this.systems.all();
		List<CatalogError> errors = this.systems.errors();
		add(new H1("Systems"));
		if (!errors.isEmpty()) {
			add(new ErrorsCard(errors));
		}
		add(all.isEmpty() ? none() : table(all));
	}

	private static Component none() {
		return new EmptyState("No system yet",
				"Make a folder in the catalog's folder and write a system.yaml into it. The page follows by itself.");
	}

	private static Component table(List<OperatedSystem> systems) {
		FactTable table = new FactTable("Systems", "System", "Owner", "Environments", "Runbooks", "Described");
		systems.forEach((system) -> table.row(new Anchor("systems/" + system.id(), system.name()), system.owner(),
				environments(system), system.runbooks().size(), new GapChips(system)));
		Div card = new Div(table);
		card.addClassName("wf-card");
		return card;
	}

	private static String environments(OperatedSystem system) {
		return system.environments().stream().map(Environment::name).collect(Collectors.joining(", "));
	}

}
