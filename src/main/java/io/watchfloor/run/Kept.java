package io.watchfloor.run;

import java.util.List;

import io.watchfloor.run.output.OutputStore;

/**
 * The lines of an attempt's ledger; they stand among its output, where people see them.
 */
final class Kept {

	private static final String SIGN = "\u270e ";

	private Kept() {
	}

	static String line(String text) {
		return SIGN + text.replace('\n', ' ');
	}

	/** What the latest attempt at a step kept, without the sign. */
	static List<String> of(StepRun step, OutputStore output) {
		return output.kept(step.ref(), step.attempt())
			.stream()
			.filter((line) -> line.startsWith(SIGN))
			.map((line) -> line.substring(SIGN.length()))
			.toList();
	}

}
