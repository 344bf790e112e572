package io.watchfloor.runbook.ui;

import java.util.List;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.watchfloor.action.Rule;
import io.watchfloor.kernel.Counted;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.Rules;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.ui.CodeBlock;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** What a rule says, where it finds something, and how to suppress it. */
@Route(value = "findings/:tool/:rule", layout = MainLayout.class)
@PageTitle("Rule")
@StyleSheet("themes/runbook.css")
@PermitAll
class RuleView extends Div implements BeforeEnterObserver {

	private final Rules rules;

	private final Library library;

	RuleView(Rules rules, Library library) {
		this.rules = rules;
		this.library = library;
		addClassName("wf-page");
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		RouteParameters parameters = event.getRouteParameters();
		String id = parameters.get("tool").orElse("") + "/" + parameters.get("rule").orElse("");
		Rule rule = this.rules.all()
			.stream()
			.filter((known) -> known.id().equals(id))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		removeAll();
		Span name = new Span(rule.id());
		name.addClassName("rb-commit-name");
		Div head = new Div(new H1(rule.title()), FindingRow.chip(rule.severity()), name);
		head.addClassName("wf-row");
		add(head, new Paragraph(rule.explanation()), new Paragraph(
				"Where it is known and accepted, say so with a reason in the document, on the line above the block:"),
				new CodeBlock("<!-- watchfloor:ignore " + rule.id() + " why this is acceptable here -->"));
		found(rule);
	}

	private void found(Rule rule) {
		Div list = new Div();
		list.addClassNames("wf-card", "wf-column");
		int count = 0;
		for (Runbook book : this.library.all()) {
			List<RunbookFinding> here = book.findings()
				.stream()
				.filter((finding) -> finding.rule().id().equals(rule.id()))
				.toList();
			count += here.size();
			here.forEach(
					(finding) -> list.add(new Div(
							new Anchor(Places.of(book.id()) + "?line=" + finding.lines().first(),
									book.id() + ", line " + finding.lines().first()),
							new Span(" " + finding.message()))));
		}
		add(new Span("It finds " + Counted.of(count, "place") + " in the runbooks of the catalog."));
		if (count > 0) {
			add(list);
		}
	}

}
