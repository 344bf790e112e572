package io.watchfloor.runbook.ui;

import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.ui.Chip;

/** "11 of 12 typed": how many commands are typed actions. */
final class CoverageChip extends Span {

	CoverageChip(Coverage coverage) {
		Chip.Tone tone = (coverage.commands() > 0 && coverage.typed() == coverage.commands()) ? Chip.Tone.OK
				: Chip.Tone.MUTE;
		add((coverage.commands() == 0) ? new Chip(Chip.Tone.MUTE, "no commands")
				: new Chip(tone, coverage.typed() + " of " + coverage.commands() + " typed"));
		setTitle("How many commands Watchfloor understands as typed actions; the others are manual steps.");
	}

}
