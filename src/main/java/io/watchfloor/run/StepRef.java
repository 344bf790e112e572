package io.watchfloor.run;

/**
 * Names one step of one run.
 *
 * @param run the walk
 * @param key the step's key in its procedure
 */
public record StepRef(RunId run, String key) {

	@Override
	public String toString() {
		return this.run + "/" + this.key;
	}

}
