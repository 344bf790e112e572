package io.watchfloor.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Under which circumstances a step is to be done.
 *
 * @param condition as the runbook says it: "If the pod restarts"; null when it always is
 * @param answer what a person said to that; null before
 * @param branches the decisions that it hangs on, outermost first
 */
public record Circumstance(@Nullable String condition, @Nullable Answer answer, List<Branch> branches) {

	/** A step that always is to be done. */
	public static final Circumstance ALWAYS = new Circumstance(null, null, List.of());

	public Circumstance {
		branches = List.copyOf(branches);
	}

	Circumstance answered(Answer given) {
		return new Circumstance(this.condition, given, this.branches);
	}

	/** A person wants it whatever cause was chosen. */
	Circumstance withoutBranches() {
		return new Circumstance(this.condition, this.answer, List.of());
	}

	/** What a person says to a condition; "it does not apply" skips the step. */
	public enum Answer {

		/** It applies. */
		APPLIES,
		/** Nobody can tell; the step is the person's to judge. */
		CANNOT_TELL

	}

	/**
	 * A step that is there for some causes of a decision.
	 *
	 * @param decision the key of the decision's step
	 * @param causes for which
	 * @param byCondition whether the step's own condition names the cause, so that the
	 * choice answers it
	 * @param procedure the title of the other procedure that the cause leads to; null for
	 * a step of the same one
	 */
	public record Branch(String decision, List<String> causes, boolean byCondition, @Nullable String procedure) {

		public Branch {
			causes = List.copyOf(causes);
		}

	}

}
