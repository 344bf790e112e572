package io.watchfloor.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.run.Circumstance.Branch;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.Choice;
import io.watchfloor.runbook.Step.DecisionStep;

/**
 * Finds which steps below a decision are there for which of its causes: those that a
 * cause leads to, and those whose condition names one cause and no other. Every other
 * step is there for all.
 */
final class Branching {

	private final List<Step> steps;

	private final String prefix;

	private Branching(List<Step> steps, String prefix) {
		this.steps = steps;
		this.prefix = prefix;
	}

	/**
	 * Works it out for the steps of one procedure.
	 * @param prefix of the keys that these steps have in the run
	 * @return by the steps' keys, without the prefix
	 */
	static Map<String, Circumstance> of(List<Step> steps, String prefix) {
		return new Branching(steps, prefix).circumstances();
	}

	private Map<String, Circumstance> circumstances() {
		Map<String, Circumstance> all = new LinkedHashMap<>();
		for (int place = 0; place < this.steps.size(); place++) {
			Step step = this.steps.get(place);
			List<Branch> branches = branch(place).map(List::of).orElse(List.of());
			all.put(step.key(), new Circumstance(step.condition(), null, branches));
		}
		return all;
	}

	/** The nearest decision above that tells something about the step. */
	private Optional<Branch> branch(int place) {
		for (int above = place - 1; above >= 0; above--) {
			if (this.steps.get(above) instanceof DecisionStep decision) {
				Optional<Branch> branch = ledTo(decision, above, place).or(() -> named(decision, place));
				if (branch.isPresent()) {
					return branch;
				}
			}
		}
		return Optional.empty();
	}

	/** A cause leads to a step, and to those that belong under the same title. */
	private Optional<Branch> ledTo(DecisionStep decision, int above, int place) {
		int first = place;
		while (first - 1 > above && sameTitle(first - 1, place)) {
			first--;
		}
		Set<String> causes = new LinkedHashSet<>();
		for (int at = first; at < this.steps.size() && (at <= place || sameTitle(at, place)); at++) {
			String target = "#" + this.steps.get(at).key();
			decision.choices()
				.stream()
				.filter((choice) -> target.equals(choice.target()))
				.map(Choice::cause)
				.forEach(causes::add);
		}
		return causes.isEmpty() ? Optional.empty()
				: Optional.of(new Branch(this.prefix + decision.key(), new ArrayList<>(causes), false, null));
	}

	private boolean sameTitle(int one, int other) {
		return written(this.steps.get(one)).equals(written(this.steps.get(other)));
	}

	/** Several commands under one title also say what each does. */
	private static String written(Step step) {
		int end = step.title().indexOf(" · ");
		return (end > 0) ? step.title().substring(0, end) : step.title();
	}

	private Optional<Branch> named(DecisionStep decision, int place) {
		String condition = this.steps.get(place).condition();
		if (condition == null) {
			return Optional.empty();
		}
		Set<String> wanted = Stems.of(condition);
		String best = "";
		int most = 0;
		boolean alone = false;
		for (Choice choice : decision.choices()) {
			int common = Stems.common(wanted, Stems.of(choice.cause()));
			alone = (common > most) || (alone && common < most);
			if (common > most) {
				most = common;
				best = choice.cause();
			}
		}
		return (most > 0 && alone) ? Optional.of(new Branch(this.prefix + decision.key(), List.of(best), true, null))
				: Optional.empty();
	}

}
