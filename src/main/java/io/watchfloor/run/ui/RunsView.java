package io.watchfloor.run.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.watchfloor.run.RunFilter;
import io.watchfloor.run.RunSummary;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.KeyBindings;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** All walks, newest first. */
@Route(value = "runs", layout = MainLayout.class)
@PageTitle("Runs")
@StyleSheet("themes/run.css")
@PermitAll
class RunsView extends Div implements BeforeEnterObserver {

	private final RunServices services;

	private final Grid<RunSummary> grid = new Grid<>();

	private final RunsFilterBar bar;

	private RunFilter filter = RunFilter.ALL;

	RunsView(RunServices services) {
		this.services = services;
		addClassNames("wf-page", "run-list");
		this.bar = new RunsFilterBar(services.systems().all(), this::wanted);
		add(new H1("Runs"), this.bar, this.grid, new KeyBindings().on("/", "Search", this.bar::focusSearch));
		columns();
		this.grid.setItems(
				(query) -> services.runs().matching(this.filter, query.getOffset(), query.getLimit()).stream(),
				(query) -> services.runs().count(this.filter));
		this.grid.setEmptyStateComponent(
				new EmptyState("No run yet", "Open a runbook, choose a procedure, and run it in an environment.",
						new Anchor("runbooks", "Runbooks")));
		this.grid.addItemClickListener((click) -> UI.getCurrent().navigate("runs/" + click.getItem().id()));
	}

	/** The address is the truth of what is listed. */
	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.filter = RunsAddress.read(event.getLocation().getQueryParameters());
		this.bar.show(this.filter);
		this.grid.getDataProvider().refreshAll();
	}

	private void wanted(RunFilter wanted) {
		this.filter = wanted;
		String query = RunsAddress.write(wanted).getQueryString();
		UI.getCurrent().getPage().getHistory().replaceState(null, query.isEmpty() ? "runs" : "runs?" + query);
		this.grid.getDataProvider().refreshAll();
	}

	private void columns() {
		this.grid.addComponentColumn(RunsView::state).setHeader("State").setAutoWidth(true).setFlexGrow(0);
		this.grid.addComponentColumn((run) -> new Anchor("runs/" + run.id(), run.title()))
			.setHeader("Procedure")
			.setTooltipGenerator(RunSummary::title)
			.setFlexGrow(3);
		this.grid.addColumn(this::system).setHeader("System").setTooltipGenerator(this::system).setFlexGrow(2);
		this.grid.addComponentColumn((run) -> RunHeader.environment(run.environment(), run.production()))
			.setHeader("Environment");
		this.grid.addColumn((run) -> run.settledSteps() + " of " + run.allSteps()).setHeader("Steps");
		this.grid.addColumn((run) -> run.startedBy().name()).setHeader("Started by");
		this.grid.addComponentColumn((run) -> Ago.words(run.startedAt())).setHeader("Started");
	}

	private String system(RunSummary run) {
		return this.services.systems().name(run.runbook().system());
	}

	private static Span state(RunSummary run) {
		return run.drill() ? new Span(DrillBar.chip(), new Span(" "), mood(run)) : mood(run);
	}

	private static Span mood(RunSummary run) {
		return (run.unknownSteps() > 0) ? new Chip(Chip.Tone.CRIT, "May have happened") : StepLook.chip(run.state());
	}

	@Override
	protected void onAttach(AttachEvent event) {
		UI ui = event.getUI();
		Throttle throttle = new Throttle(() -> {
			if (ui.isAttached()) {
				var _ = ui.access(this.grid.getDataProvider()::refreshAll);
			}
		});
		Runnable stop = this.services.feed().watchAll(throttle::changed);
		addDetachListener((detach) -> {
			detach.unregisterListener();
			stop.run();
		});
	}

}
