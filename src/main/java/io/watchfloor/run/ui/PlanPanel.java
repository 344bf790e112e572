package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.watchfloor.action.Plan;
import io.watchfloor.run.DisplayText;
import io.watchfloor.run.Planned;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import org.jspecify.annotations.Nullable;

/** What a change will do: now and after, warnings, samples, undo, done-when. */
final class PlanPanel extends Redrawn {

	private static final int SHORT = 6;

	private final Runnable refresh;

	PlanPanel(Runnable refresh) {
		this.refresh = refresh;
		addClassNames("run-plan", "wf-card");
	}

	void show(StepRun step, String environment, boolean refreshable) {
		Planned planned = step.planned();
		setVisible(planned != null);
		if (planned == null || !begins(List.of(planned, step.ref(), refreshable))) {
			return;
		}
		Plan plan = planned.plan();
		add(head(planned, environment, refreshable));
		plan.warnings().forEach((warning) -> add(warning(warning)));
		add(plan.changes().isEmpty()
				? StepCard.dim("No value that can be read beforehand changes; the calls say what happens.")
				: changes(plan.changes()));
		effects(plan.effects());
		add(line("Calls", String.join("; ", plan.calls().stream().map(Plan.Call::text).toList())));
		if (!plan.samples().isEmpty()) {
			Pre samples = new Pre(DisplayText.inert(String.join("\n", plan.samples())));
			samples.addClassName("wf-code");
			add(new NativeDetails("Some of what is touched (" + plan.samples().size() + ")", samples));
		}
		Div after = new Div(line("Undo", plan.undo()), line("Done when", doneWhen(plan.doneWhen())));
		after.addClassNames("wf-row", "run-after");
		add(after);
	}

	private void effects(List<String> effects) {
		if (effects.size() == 1) {
			add(line("Also", effects.getFirst()));
		}
		else if (!effects.isEmpty()) {
			UnorderedList list = new UnorderedList();
			list.addClassNames("wf-dim", "run-effects");
			effects.forEach((effect) -> list.add(new ListItem(DisplayText.inert(effect))));
			Span name = new Span("Also");
			name.addClassName("run-strong");
			add(new Div(name, list));
		}
	}

	private Div head(Planned planned, String environment, boolean refreshable) {
		Span read = new Span("read from " + environment + " ");
		read.add(Ago.words(planned.plan().readAt()));
		Span print = new Span("· plan " + shortened(planned.fingerprint()));
		print.setTitle(planned.fingerprint());
		Div origin = new Div(read, print);
		origin.addClassNames("wf-dim", "wf-row", "wf-spread");
		Div head = new Div(new H3("What will change"), origin);
		head.addClassName("wf-row");
		if (refreshable) {
			Button again = new Button("Refresh", (click) -> this.refresh.run());
			again.addThemeName("small");
			head.add(again);
		}
		return head;
	}

	static String shortened(String fingerprint) {
		return fingerprint.substring(0, SHORT);
	}

	private static Div warning(Plan.Warning warning) {
		Div line = new Div(
				new Chip(warning.grave() ? Chip.Tone.CRIT : Chip.Tone.WARN, warning.grave() ? "Danger" : "Mind"),
				new Span(DisplayText.inert(warning.text())));
		line.addClassName("wf-row");
		return line;
	}

	private static NativeTable changes(List<Plan.Change> changes) {
		NativeTable table = new NativeTable();
		table.addClassName("wf-table");
		table.add(new NativeTableHeader(Cells.headings("Property", "Now", "After")));
		NativeTableBody body = new NativeTableBody();
		for (Plan.Change change : changes) {
			NativeTableRow row = Cells.row(change.property(), shown(change.now(), "not there"));
			Span after = new Span(DisplayText.inert(shown(change.after(), "gone")));
			after.addClassName("run-strong");
			row.add(new NativeTableCell(after));
			body.add(row);
		}
		table.add(body);
		return table;
	}

	private static String shown(@Nullable String value, String absent) {
		return (value != null) ? value : absent;
	}

	private static String doneWhen(Plan.DoneWhen doneWhen) {
		String held = doneWhen.holdFor().isZero() ? "" : " for " + Cells.words(doneWhen.holdFor());
		String within = doneWhen.within().isZero() ? "" : ", within " + Cells.words(doneWhen.within());
		return doneWhen.condition() + held + within;
	}

	private static Div line(String label, String text) {
		Span name = new Span(label + " ");
		name.addClassName("run-strong");
		Span words = new Span(DisplayText.inert(text));
		words.addClassName("wf-dim");
		return new Div(name, words);
	}

}
