package io.watchfloor.audit.ui;

import io.watchfloor.ui.Chip;

/** A record's result as icon, word and colour. */
final class ResultChip {

	private ResultChip() {
	}

	static Chip of(String result) {
		return switch (result) {
			case "SUCCEEDED" -> new Chip(Chip.Tone.OK, "Succeeded");
			case "FAILED" -> new Chip(Chip.Tone.CRIT, "Failed");
			case "REFUSED" -> new Chip(Chip.Tone.WARN, "Refused");
			case "INTENDED" -> new Chip(Chip.Tone.INFO, "Intended");
			default -> new Chip(Chip.Tone.UNKNOWN, "Unknown");
		};
	}

}
