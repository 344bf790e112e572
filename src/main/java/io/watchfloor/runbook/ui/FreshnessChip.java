package io.watchfloor.runbook.ui;

import java.util.Map;

import io.watchfloor.kernel.Counted;
import io.watchfloor.runbook.Exercises.Freshness;
import io.watchfloor.runbook.Exercises.Last;
import io.watchfloor.ui.Chip;

import com.vaadin.flow.component.html.Span;

/** In a word whether a procedure was walked lately, and still fits. */
final class FreshnessChip extends Span {

	FreshnessChip(Freshness fresh) {
		Chip chip = chip(fresh);
		chip.setTitle(title(fresh));
		add(chip);
	}

	/** For a whole runbook: how many of its procedures are fresh. */
	FreshnessChip(Map<String, Freshness> all) {
		long broken = all.values().stream().filter((fresh) -> !fresh.broken().isEmpty()).count();
		long stale = all.values().stream().filter((fresh) -> fresh.broken().isEmpty() && fresh.stale()).count();
		if (broken > 0) {
			add(new Chip(Chip.Tone.WARN, broken + " changed since"));
		}
		if (stale > 0) {
			add(new Chip(Chip.Tone.MUTE, stale + " not walked lately"));
		}
		else if (broken == 0 && !all.isEmpty()) {
			add(new Chip(Chip.Tone.OK, "All walked lately"));
		}
		setTitle("Whether its procedures were walked lately, in earnest or as a drill, and still fit.");
		addClassName("rb-fresh");
	}

	private static Chip chip(Freshness fresh) {
		Last last = fresh.last();
		if (last == null) {
			return new Chip(Chip.Tone.MUTE, "Never walked");
		}
		if (!fresh.broken().isEmpty()) {
			return new Chip(Chip.Tone.WARN, "Changed since");
		}
		if (fresh.stale()) {
			return new Chip(Chip.Tone.WARN, "Stale");
		}
		return last.finished() ? new Chip(Chip.Tone.OK, "Fresh") : new Chip(Chip.Tone.MUTE, "Aborted");
	}

	private static String title(Freshness fresh) {
		String limit = "It counts as stale after " + Counted.of(fresh.staleAfter().toDays(), "day") + ".";
		return fresh.broken().isEmpty() ? limit : String.join(" ", fresh.broken()) + " " + limit;
	}

}
