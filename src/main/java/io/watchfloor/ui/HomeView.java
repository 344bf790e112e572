package io.watchfloor.ui;

import java.util.Comparator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** The address without a path: goes on to the first page of the navigation. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

	private final ObjectProvider<NavigationEntry> entries;

	HomeView(ObjectProvider<NavigationEntry> entries) {
		this.entries = entries;
		add(new EmptyState("Nothing to show yet", "Ask an administrator for a role that lets you see systems."));
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.entries.stream()
			.filter((entry) -> entry.visible().getAsBoolean())
			.min(Comparator.comparing(NavigationEntry::group).thenComparing(NavigationEntry::order))
			.ifPresent((entry) -> event.forwardTo(entry.view()));
	}

}
