package io.watchfloor.api.run;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepRef;

/** Reads what an address names. */
final class Addresses {

	private Addresses() {
	}

	static RunId run(String text) {
		try {
			return RunId.parse(text);
		}
		catch (IllegalArgumentException noUuid) {
			throw new Problem(Category.NOT_FOUND, "There is no run '" + text + "'; a run's name is a UUID.", noUuid);
		}
	}

	static StepRef step(String run, String step) {
		return new StepRef(run(run), step);
	}

}
