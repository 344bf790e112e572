package io.watchfloor.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Pause;
import io.watchfloor.run.RunId;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** The walk stands still; nothing can be done before it goes on. */
final class PausedCard extends StepCard {

	PausedCard(RunId run, Pause pause, boolean mayOperate, RunActions actions) {
		addClassName("run-confirm");
		Div head = row(new Chip(Chip.Tone.WARN, "Paused"), new Span(pause.by().name() + ": " + pause.reason()));
		Span since = new Span("since ");
		since.addClassName("wf-dim");
		since.add(Ago.words(pause.at()));
		head.add(since);
		add(head,
				dim("Nothing is read or previewed by itself, and nothing can be confirmed. What is under way ends and "
						+ "is recorded. Notes and evidence can be added."));
		if (mayOperate) {
			add(row(main("Resume", () -> actions.act(() -> actions.services().walk().conduct().resume(run)))));
		}
	}

}
