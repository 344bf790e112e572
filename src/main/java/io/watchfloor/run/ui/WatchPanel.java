package io.watchfloor.run.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.Watched;
import io.watchfloor.run.Watching;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** What a step watches: the line of its readings, the limit, and how it stands. */
final class WatchPanel extends Redrawn {

	private final RunActions actions;

	WatchPanel(RunActions actions) {
		this.actions = actions;
		addClassNames("run-watch", "wf-card");
	}

	void show(Optional<WatchShown> shown, boolean mayOperate) {
		setVisible(shown.isPresent());
		if (shown.isEmpty() || !begins(List.of(shown.get(), mayOperate))) {
			return;
		}
		Watching watching = shown.get().watching();
		List<Watched> readings = shown.get().readings();
		Div head = StepCard.row(new H3("Watched: " + shown.get().source()), chip(watching.state()));
		Span until = new Span((watching.state() == Watching.State.UNDER_WAY) ? "until " : "was to end ");
		until.add(Ago.clock(watching.endsAt()));
		until.addClassNames("wf-dim", "wf-spread");
		head.add(until);
		add(head, new WatchChart(watching, readings));
		if (!readings.isEmpty()) {
			Watched last = readings.getLast();
			Span when = new Span();
			when.addClassName("wf-dim");
			when.add(Ago.words(last.at()));
			add(StepCard.row(new Span(last.summary()), when));
		}
		String limit = (watching.terms().limit() != null) ? "fine while " + watching.terms().limit().words()
				: "fine while it is what is expected";
		add(StepCard.dim(Counted.of(readings.size(), "reading") + ", every " + Cells.words(watching.terms().every())
				+ "; " + limit + "; ends without data for " + Cells.words(watching.terms().silence()) + "."));
		if (watching.state() == Watching.State.UNDER_WAY && mayOperate) {
			add(StepCard.row(StepCard.button("Stop watching…", () -> stop(watching.step()))));
		}
	}

	private void stop(StepRef step) {
		Ask.words("Stop watching", "Why (goes to the audit log and the timeline); the step is yours again then",
				"Stop watching",
				(why) -> this.actions.act(() -> this.actions.services().walk().watchings().stop(step, why)));
	}

	private static Chip chip(Watching.State state) {
		return switch (state) {
			case UNDER_WAY -> new Chip(Chip.Tone.INFO, "Under way");
			case HELD -> new Chip(Chip.Tone.OK, "Held");
			case BREACHED -> new Chip(Chip.Tone.CRIT, "Breached");
			case NO_DATA -> new Chip(Chip.Tone.UNKNOWN, "No data");
			case STOPPED -> new Chip(Chip.Tone.MUTE, "Stopped");
		};
	}

}
