package io.watchfloor.runbook;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.command.ManualWork;
import io.watchfloor.command.ManualWork.Kind;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.jspecify.annotations.Nullable;

/**
 * How much of a runbook's commands is understood.
 *
 * @param reads commands that are typed actions and only read
 * @param changes commands that are typed actions and change something
 * @param byHand commands whose every word is known, and that a person does
 * @param own scripts, and what builds, tests or runs the project itself
 * @param unknown commands that are not understood
 */
public record Coverage(int reads, int changes, int byHand, int own, int unknown) {

	/** Counts over procedures. */
	public static Coverage of(Collection<Procedure> procedures) {
		return ofSteps(procedures.stream().flatMap((procedure) -> procedure.steps().stream()).toList());
	}

	/** Counts over steps; those that are no commands do not count. */
	public static Coverage ofSteps(Collection<? extends Step> steps) {
		Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
		steps.forEach((step) -> Sort.of(step).ifPresent((sort) -> counts.merge(sort, 1, Integer::sum)));
		return new Coverage(counts.getOrDefault(Sort.READ, 0), counts.getOrDefault(Sort.CHANGE, 0),
				counts.getOrDefault(Sort.BY_HAND, 0), counts.getOrDefault(Sort.OWN, 0),
				counts.getOrDefault(Sort.UNKNOWN, 0));
	}

	/** Commands that are typed actions. */
	public int typed() {
		return this.reads + this.changes;
	}

	/** All commands. */
	public int commands() {
		return typed() + this.byHand + this.own + this.unknown;
	}

	/** All commands but scripts and the project's own programs. */
	public int tools() {
		return commands() - this.own;
	}

	/** What was made of a command. */
	public enum Sort {

		/** A typed action that reads. */
		READ,
		/** A typed action that changes something. */
		CHANGE,
		/** A person's, every word known. */
		BY_HAND,
		/** A script or the project's own program. */
		OWN,
		/** Not understood. */
		UNKNOWN;

		/** Of a step; empty when it is no command. */
		public static Optional<Sort> of(Step step) {
			return switch (step) {
				case ActionStep action -> Optional.of((action.call().action().risk() == Risk.READ) ? READ : CHANGE);
				case ManualStep manual when manual.command() -> Optional.of(of(manual.work()));
				case ManualStep _, Step.DecisionStep _ -> Optional.empty();
			};
		}

		private static Sort of(@Nullable ManualWork work) {
			return (work == null) ? UNKNOWN : (work.kind() == Kind.TOOL) ? BY_HAND : OWN;
		}

	}

}
