package io.watchfloor.runbook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Counted;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Exercises.Last;
import io.watchfloor.ui.Ago;

/**
 * When a procedure was last walked, by whom and with what result, and what no longer
 * fits.
 */
final class FreshnessNote extends Div {

	FreshnessNote(Freshness fresh) {
		addClassName("rb-freshness");
		Div line = new Div(new FreshnessChip(fresh));
		line.addClassName("wf-row");
		Last last = fresh.last();
		if (last == null) {
			line.add(new Span("Nobody has walked this procedure here yet. A drill changes nothing."));
		}
		else {
			Span words = new Span(new Anchor(last.location(), last.drill() ? "Drill" : "Run"),
					new Span(" in " + last.environment() + ", " + (last.finished() ? "finished" : "aborted") + " "),
					Ago.words(last.at()), new Span(" by " + last.by() + ", took " + time(last)));
			line.add(words);
		}
		add(line);
		fresh.broken().forEach((sentence) -> {
			Div why = new Div(sentence);
			why.addClassName("rb-broken");
			add(why);
		});
		if (last != null && fresh.stale()) {
			Div why = new Div("That is more than " + Counted.of(fresh.staleAfter().toDays(), "day")
					+ " ago: walk it as a drill.");
			why.addClassName("rb-broken");
			add(why);
		}
	}

	private static String time(Last last) {
		long minutes = last.took().toMinutes();
		return (minutes >= 60) ? minutes / 60 + " h " + minutes % 60 + " min"
				: (minutes > 0) ? minutes + " min" : last.took().toSeconds() + " s";
	}

}
