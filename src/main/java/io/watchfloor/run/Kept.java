package io.watchfloor.run;

import java.util.List;

/**
 * The lines of an attempt's ledger; they stand among its output, where people see them.
 */
final class Kept {

	private static final String SIGN = "\u270e ";

	private static final int MOST = 1_000_000;

	private Kept() {
	}

	static String line(String text) {
		return SIGN + text.replace('\n', ' ');
	}

	/** What the latest attempt at a step kept, without the sign. */
	static List<String> of(StepRun step, RunJournal journal) {
		return journal.output(step.ref(), step.attempt(), Long.MAX_VALUE, MOST)
			.lines()
			.stream()
			.filter((line) -> line.startsWith(SIGN))
			.map((line) -> line.substring(SIGN.length()))
			.toList();
	}

}
