package io.watchfloor.run.ui;

import java.util.Locale;

import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.ui.Chip;

/**
 * How a step's state is shown.
 *
 * @param icon beside the title
 * @param word for people and screen readers
 * @param tone the colour
 */
record StepLook(String icon, String word, Chip.Tone tone) {

	static StepLook of(StepState state) {
		return switch (state) {
			case READY -> new StepLook("○", "To do", Chip.Tone.MUTE);
			case READING -> new StepLook("◌", "Reading", Chip.Tone.INFO);
			case NO_DATA -> new StepLook("?", "No data", Chip.Tone.UNKNOWN);
			case PLANNED -> new StepLook("○", "Waits for confirmation", Chip.Tone.INFO);
			case AWAITING_APPROVAL -> new StepLook("◔", "Waits for a second person", Chip.Tone.WARN);
			case INTENDED -> new StepLook("▸", "Starting", Chip.Tone.INFO);
			case EXECUTING -> new StepLook("▸", "Under way", Chip.Tone.INFO);
			case UNKNOWN -> new StepLook("?", "May have happened", Chip.Tone.CRIT);
			case VERIFYING -> new StepLook("◌", "Being verified", Chip.Tone.INFO);
			case UNVERIFIED -> new StepLook("?", "Not verified", Chip.Tone.WARN);
			case WATCHING -> new StepLook("◌", "Being watched", Chip.Tone.INFO);
			case DONE -> new StepLook("✓", "Done", Chip.Tone.OK);
			case FAILED -> new StepLook("✗", "Failed", Chip.Tone.CRIT);
			case SKIPPED -> new StepLook("–", "Skipped", Chip.Tone.MUTE);
		};
	}

	/**
	 * A reading that is done may be well, not well, or only read: three different looks.
	 */
	static StepLook of(StepRun step) {
		boolean read = step.frozen().kind() == StepKind.READ && step.state() == StepState.DONE;
		if (byHand(step)) {
			return new StepLook("◐", "Accepted by hand", Chip.Tone.WARN);
		}
		Judgement judgement = (step.judgement() != null) ? step.judgement() : Judgement.NOT_JUDGED;
		return read ? of(judgement) : of(step.state());
	}

	/** A change that nobody saw verified, and a person closed with a reason. */
	static boolean byHand(StepRun step) {
		return step.frozen().kind() == StepKind.CHANGE && step.state() == StepState.DONE && step.note() != null;
	}

	static StepLook of(Judgement judgement) {
		return switch (judgement) {
			case AS_EXPECTED -> new StepLook("✓", "As expected", Chip.Tone.OK);
			case NOT_AS_EXPECTED -> new StepLook("!", "Not as expected", Chip.Tone.WARN);
			case NOT_JUDGED -> new StepLook("•", "Read", Chip.Tone.MUTE);
		};
	}

	/** The look as a name for style sheets. */
	static String name(StepRun step) {
		boolean read = step.frozen().kind() == StepKind.READ && step.state() == StepState.DONE;
		Enum<?> state = (read && step.judgement() != null) ? step.judgement()
				: read ? Judgement.NOT_JUDGED : step.state();
		if (byHand(step)) {
			return "by-hand";
		}
		return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Chip chip() {
		return new Chip(this.tone, this.word);
	}

	static Chip chip(RunState state) {
		return switch (state) {
			case UNDER_WAY -> new Chip(Chip.Tone.INFO, "Under way");
			case FINISHED -> new Chip(Chip.Tone.OK, "Finished");
			case ABORTED -> new Chip(Chip.Tone.WARN, "Aborted");
		};
	}

}
