package io.watchfloor.run.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunState;
import io.watchfloor.run.drill.Drill;
import io.watchfloor.run.drill.DrillMarkdown;
import io.watchfloor.run.drill.DrillReport;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/**
 * Says on every screen of a drill that it is one, and holds its time against the target.
 */
final class DrillBar extends Redrawn {

	private final Drills drills;

	DrillBar(Drills drills) {
		this.drills = drills;
		addClassNames("run-drill", "wf-row");
		getElement().setAttribute("role", "status");
	}

	void show(Run run) {
		setVisible(run.drill());
		if (!run.drill()) {
			return;
		}
		Optional<Drill> drill = this.drills.find(run.id());
		if (!begins(List.of(run.state(), drill))) {
			return;
		}
		add(chip(), new Span("Nothing that changes anything is sent."));
		drill.map(Drill::faultLabel)
			.ifPresent((fault) -> add(
					new Span("Injected: " + fault + ((drill.get().faultClearedAt() != null) ? " (put right)" : ""))));
		Span watch = new Span();
		watch.addClassName("wf-spread");
		if (run.state() == RunState.UNDER_WAY) {
			watch.add(new Span("Stopwatch: began "), Ago.words(run.startedAt()));
		}
		else {
			this.drills.report(run.id())
				.flatMap(DrillReport::took)
				.ifPresent((time) -> watch.add(new Span("Took " + DrillMarkdown.words(time))));
		}
		drill.filter((each) -> each.within() != null)
			.ifPresent((each) -> watch.add(new Span(" · recovery target of " + each.component() + ": "
					+ DrillMarkdown.words(Objects.requireNonNull(each.within())))));
		add(watch, new Anchor("runs/" + run.id() + "/report", "Report"));
	}

	/** What marks a drill: icon, word and colour. */
	static Chip chip() {
		Chip chip = new Chip(Chip.Tone.INFO, "Drill");
		chip.setTitle("A drill: the same screens and targets, and nothing that changes anything is ever sent.");
		return chip;
	}

}
