package io.watchfloor.runbook.ui;

import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.AddressPart;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.Exercises;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.proposal.Proposals;
import io.watchfloor.ui.KeyBindings;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The document at the left, what was understood of it at the right. */
@Route(value = "runbooks/:system/:file/:procedure?", layout = MainLayout.class)
@StyleSheet("themes/runbook.css")
@PermitAll
class RunbookView extends Div implements BeforeEnterObserver, HasDynamicTitle {

	private final Library runbooks;

	private final ObjectProvider<ProcedureStarter> starter;

	private final ObjectProvider<Proposals> proposals;

	private final ObjectProvider<Exercises> exercises;

	private String title = "Runbook";

	RunbookView(Library runbooks, ObjectProvider<ProcedureStarter> starter, ObjectProvider<Proposals> proposals,
			ObjectProvider<Exercises> exercises) {
		this.runbooks = runbooks;
		this.starter = starter;
		this.proposals = proposals;
		this.exercises = exercises;
		addClassName("rb-view");
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		RouteParameters parameters = event.getRouteParameters();
		Runbook book = id(parameters).flatMap(this.runbooks::find).orElseThrow(NotFoundException::new);
		Optional<String> slug = parameters.get("procedure").flatMap(AddressPart::text);
		Procedure procedure = slug.map((wanted) -> book.procedure(wanted).orElseThrow(NotFoundException::new))
			.orElse(null);
		RunbookHeader header = show(book, procedure, line(event));
		if (event.getLocation().getQueryParameters().getParameters().containsKey("drill")) {
			header.drill();
		}
		else if (event.getLocation().getQueryParameters().getParameters().containsKey("run")) {
			header.run();
		}
	}

	/** {@code ?line=12}, where an anchor of another document leads. */
	private static int line(BeforeEnterEvent event) {
		return event.getLocation()
			.getQueryParameters()
			.getSingleParameter("line")
			.filter((text) -> text.matches("[1-9][0-9]{0,5}"))
			.map(Integer::parseInt)
			.orElse(0);
	}

	private static Optional<RunbookId> id(RouteParameters parameters) {
		try {
			return parameters.get("system")
				.map(SystemId::new)
				.flatMap((system) -> parameters.get("file")
					.flatMap(AddressPart::text)
					.map((file) -> new RunbookId(system, file)));
		}
		catch (IllegalArgumentException noId) {
			return Optional.empty();
		}
	}

	private RunbookHeader show(Runbook book, @Nullable Procedure procedure, int line) {
		this.title = (procedure == null) ? book.title() : procedure.title();
		Map<String, Freshness> fresh = this.exercises.stream()
			.findFirst()
			.map((each) -> each.of(book))
			.orElse(Map.of());
		Div columns = new Div();
		columns.addClassName("rb-columns");
		RunbookHeader header = new RunbookHeader(book, this.runbooks.revision(book.id()), procedure,
				this.starter.getIfAvailable(), fresh,
				() -> columns.setClassName("rb-open", !columns.hasClassName("rb-open")));
		DocumentPanel document = new DocumentPanel(book, new LinkPlaces(book, this.runbooks.all()));
		StepsPanel steps = new StepsPanel(book, procedure, fresh, document::show);
		document.onClick(steps::selectLine);
		if (procedure == null) {
			this.proposals.ifAvailable(
					(service) -> steps.addComponentAtIndex(2, new ProposalsPanel(service, book, document::show)));
		}
		columns.add(document, steps);
		removeAll();
		add(header, columns, new ScrollTogether(),
				new KeyBindings().on("j", "Next step", () -> steps.move(1))
					.on("k", "Previous step", () -> steps.move(-1))
					.on("Ctrl+Enter", "Run", header::run)
					.on("d", "Drill", header::drill));
		if (line > 0) {
			document.show(new LineRange(line, line));
		}
		else if (procedure != null) {
			document.scrollTo(procedure.lines().first());
		}
		return header;
	}

	@Override
	public String getPageTitle() {
		return this.title;
	}

}
