package io.watchfloor.runbook.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.Choice;
import io.watchfloor.runbook.Step.DecisionStep;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a decision's choices lead: a step of the same procedure, or another
 * procedure.
 */
final class CrossReferences {

	/** Words that fit everywhere. */
	private static final Set<String> EMPTY = Set.of("check", "issue", "probl", "error", "servi", "the", "resta", "fix",
			"verif", "step", "with", "from", "high", "low", "not", "and", "for", "are", "has", "due", "too");

	private final List<Procedure> procedures;

	CrossReferences(List<Procedure> procedures) {
		this.procedures = procedures;
	}

	List<Procedure> link() {
		return this.procedures.stream().map(this::link).toList();
	}

	private Procedure link(Procedure procedure) {
		if (procedure.steps().stream().noneMatch(DecisionStep.class::isInstance)) {
			return procedure;
		}
		List<Step> steps = new ArrayList<>();
		for (Step step : procedure.steps()) {
			steps.add((step instanceof DecisionStep decision) ? link(decision, procedure) : step);
		}
		return new Procedure(procedure.slug(), procedure.title(), procedure.path(), procedure.lines(), steps);
	}

	private DecisionStep link(DecisionStep decision, Procedure procedure) {
		List<Choice> choices = decision.choices()
			.stream()
			.map((choice) -> new Choice(choice.cause(), choice.solution(), target(choice, decision, procedure)))
			.toList();
		return new DecisionStep(decision.key(), decision.title(), decision.phase(), decision.lines(), choices,
				decision.condition());
	}

	private @Nullable String target(Choice choice, DecisionStep decision, Procedure procedure) {
		String anchor = choice.target();
		if (anchor != null) {
			return this.procedures.stream()
				.map(Procedure::slug)
				.filter((slug) -> slim(slug).equals(slim(anchor)))
				.findFirst()
				.orElse(null);
		}
		Set<String> wanted = words(choice.cause() + " " + choice.solution());
		String best = null;
		double most = 0.59;
		for (Step step : procedure.steps()) {
			double fits = step.lines().first() > decision.lines().last() ? fit(wanted, StepTitles.written(step.title()))
					: 0;
			if (fits > most) {
				most = fits;
				best = "#" + step.key();
			}
		}
		for (Procedure other : this.procedures) {
			double fits = other.slug().equals(procedure.slug()) ? 0 : fit(wanted, other.title());
			if (fits > most) {
				most = fits;
				best = other.slug();
			}
		}
		return best;
	}

	/** How much of a title is in the choice; at least two words that mean something. */
	private static double fit(Set<String> wanted, String title) {
		Set<String> words = words(title);
		if (words.size() < 2) {
			return 0;
		}
		Set<String> common = new HashSet<>(words);
		common.retainAll(wanted);
		return (common.size() < 2) ? 0 : (double) common.size() / words.size();
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>();
		for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
			String stem = word.substring(0, Math.min(5, word.length()));
			if (word.length() > 2 && !EMPTY.contains(stem)) {
				words.add(stem);
			}
		}
		return words;
	}

	private static String slim(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

}
