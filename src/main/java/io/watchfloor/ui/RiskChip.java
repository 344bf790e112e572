package io.watchfloor.ui;

import io.watchfloor.kernel.Risk;

/** What an action can do at worst. */
public final class RiskChip {

	private RiskChip() {
	}

	/** Returns the chip of a risk. */
	public static Chip of(Risk risk) {
		return switch (risk) {
			case READ -> new Chip(Chip.Tone.MUTE, "Read");
			case REVERSIBLE -> new Chip(Chip.Tone.INFO, "Reversible");
			case DISRUPTIVE -> new Chip(Chip.Tone.WARN, "Disruptive");
			case DESTRUCTIVE -> new Chip(Chip.Tone.CRIT, "Destructive");
		};
	}

}
