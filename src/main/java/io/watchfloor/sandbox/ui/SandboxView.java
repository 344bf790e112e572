package io.watchfloor.sandbox.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxSystem;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** The systems of the sandbox, and what can be made to go wrong in them. */
@Route(value = "sandbox", layout = MainLayout.class)
@PageTitle("Sandbox")
@StyleSheet("themes/sandbox.css")
@PermitAll
class SandboxView extends Div implements AfterNavigationObserver {

	private final Sandbox sandbox;

	private final Div systems = new Div();

	private final Map<SystemId, SystemCard> cards = new LinkedHashMap<>();

	SandboxView(Sandbox sandbox) {
		this.sandbox = sandbox;
		addClassNames("wf-page", "sandbox");
		add(new H1("Sandbox"));
		if (sandbox.enabled()) {
			Paragraph purpose = new Paragraph("Real servers on this machine with sample data. Make something go wrong, "
					+ "then walk the runbook that cures it. Nothing here reaches production.");
			purpose.addClassName("wf-dim");
			this.systems.addClassName("sandbox-systems");
			add(purpose);
			if (!sandbox.mayUse()) {
				add(new Paragraph("You can look at it, and not change it: your roles do not allow to. "
						+ "An administrator can change them under Access."));
			}
			add(this.systems);
			show(sandbox.systems());
		}
		else {
			add(new EmptyState("The sandbox is off", "It starts by itself only while no database URL is configured. "
					+ "To have it all the same, start Watchfloor with watchfloor.sandbox.enabled=true."));
		}
	}

	@Override
	protected void onAttach(AttachEvent attach) {
		UI ui = attach.getUI();
		Runnable stop = this.sandbox.onChange(() -> {
			var _ = ui.access(() -> show(this.sandbox.systems()));
		});
		addDetachListener((detach) -> {
			detach.unregisterListener();
			stop.run();
		});
	}

	@Override
	public void afterNavigation(AfterNavigationEvent event) {
		QueryParameters parameters = event.getLocation().getQueryParameters();
		Optional<FaultKind> fault = parameters.getSingleParameter("fault").flatMap(FaultKind::of);
		Optional<String> system = parameters.getSingleParameter("system");
		this.cards.forEach((id, card) -> {
			if (system.filter(id.value()::equals).isPresent()) {
				fault.ifPresent(card::focus);
			}
		});
	}

	private void show(List<SandboxSystem> now) {
		for (SandboxSystem system : now) {
			SystemCard card = this.cards.computeIfAbsent(system.id(),
					(id) -> add(new SystemCard(this.sandbox, id, system.name())));
			card.show(system);
		}
	}

	private SystemCard add(SystemCard card) {
		this.systems.add(card);
		return card;
	}

}
