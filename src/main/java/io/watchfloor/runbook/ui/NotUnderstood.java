package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Counted;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ManualStep;

/** How much of a document is understood, and why the rest is not. */
final class NotUnderstood extends Div {

	private final Consumer<LineRange> shown;

	NotUnderstood(Runbook book, Consumer<LineRange> shown) {
		this.shown = shown;
		addClassNames("wf-column", "rb-understood");
		List<Step> steps = book.procedures().stream().map(Procedure::steps).flatMap(List::stream).toList();
		Coverage coverage = Coverage.of(book.procedures());
		long lines = book.lines().stream().filter((line) -> !line.isBlank()).count();
		long inSteps = lines - book.prose().size();
		add(new Span(Counted.of(lines, "line") + " that are not blank: " + inSteps + " in "
				+ Counted.of(steps.size(), "step") + ", " + (lines - inSteps) + " stay text. " + figure(coverage)));
		Map<String, List<ManualStep>> reasons = steps.stream()
			.filter(ManualStep.class::isInstance)
			.map(ManualStep.class::cast)
			.filter(ManualStep::command)
			.collect(Collectors.groupingBy((step) -> String.valueOf(step.reason()), TreeMap::new, Collectors.toList()));
		if (!reasons.isEmpty()) {
			Div list = new Div();
			list.addClassName("wf-column");
			reasons.forEach((reason, commands) -> list.add(row(reason, commands)));
			add(new Details("What is not understood, and why", list));
		}
	}

	private static String figure(Coverage coverage) {
		return (coverage.commands() == 0) ? "It holds no commands."
				: coverage.typed() + " of " + Counted.of(coverage.commands(), "command") + " are typed actions ("
						+ 100 * coverage.typed() / coverage.commands() + " %).";
	}

	private Div row(String reason, List<ManualStep> commands) {
		Div row = new Div(new Span(reason));
		row.addClassName("wf-row");
		commands.forEach((step) -> {
			Button line = new Button("line " + step.lines().first(), (click) -> this.shown.accept(step.lines()));
			line.addThemeVariants(ButtonVariant.TERTIARY);
			row.add(line);
		});
		return row;
	}

}
