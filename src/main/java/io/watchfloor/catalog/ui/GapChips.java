package io.watchfloor.catalog.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.Gaps;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.kernel.Counted;
import io.watchfloor.ui.Chip;

/** Whether a system is described completely, and what is missing. */
class GapChips extends Div {

	GapChips(OperatedSystem system) {
		addClassName("systems-gaps");
		List<String> gaps = Gaps.of(system);
		if (gaps.isEmpty()) {
			add(new Chip(Chip.Tone.OK, "Complete"));
			return;
		}
		Span missing = new Span(String.join(" · ", gaps));
		missing.addClassName("wf-dim");
		add(new Chip(Chip.Tone.WARN, Counted.of(gaps.size(), "gap")), missing);
	}

}
