package io.watchfloor.runbook.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.DecisionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one procedure.
 *
 * @param kind whether it is new, gone, or differs
 * @param title its heading
 * @param lines its steps, those that stay too
 */
public record ProcedureChange(Kind kind, String title, List<Line> lines) {

	public ProcedureChange {
		lines = List.copyOf(lines);
	}

	ProcedureChange masked(UnaryOperator<String> mask) {
		return new ProcedureChange(this.kind, mask.apply(this.title),
				this.lines.stream().map((line) -> new Line(line.kind(), mask.apply(line.text()))).toList());
	}

	static Optional<ProcedureChange> between(@Nullable Procedure before, @Nullable Procedure after) {
		List<Step> old = (before == null) ? List.of() : before.steps();
		List<Step> now = (after == null) ? List.of() : after.steps();
		List<String> oldKeys = old.stream().map(Step::key).toList();
		List<String> nowKeys = now.stream().map(Step::key).toList();
		if (before != null && after != null && oldKeys.equals(nowKeys)) {
			return Optional.empty();
		}
		Kind kind = (before == null) ? Kind.ADDED : (after == null) ? Kind.REMOVED : Kind.CHANGED;
		Procedure named = Objects.requireNonNull((after != null) ? after : before);
		return Optional.of(new ProcedureChange(kind, named.title(), lines(old, now)));
	}

	/** The new order, with each step that is gone where it stood. */
	private static List<Line> lines(List<Step> old, List<Step> now) {
		Set<String> was = old.stream().map(Step::key).collect(Collectors.toSet());
		Set<String> is = now.stream().map(Step::key).collect(Collectors.toSet());
		List<Line> lines = new ArrayList<>();
		int next = 0;
		for (Step step : now) {
			while (next < old.size() && !is.contains(old.get(next).key())) {
				lines.add(new Line(Kind.REMOVED, text(old.get(next))));
				next++;
			}
			boolean stays = was.contains(step.key());
			next += (stays && next < old.size()) ? 1 : 0;
			lines.add(new Line(stays ? Kind.SAME : Kind.ADDED, text(step)));
		}
		for (Step step : old.subList(Math.min(next, old.size()), old.size())) {
			if (!is.contains(step.key())) {
				lines.add(new Line(Kind.REMOVED, text(step)));
			}
		}
		return lines;
	}

	private static String text(Step step) {
		return switch (step) {
			case ActionStep action -> action.commandLine();
			case ManualStep manual -> manual.command() ? manual.text() : manual.title();
			case DecisionStep decision -> decision.title() + " (" + decision.choices().size() + " causes)";
		};
	}

	/** What happens to something. */
	public enum Kind {

		/** It is new. */
		ADDED,
		/** It is gone. */
		REMOVED,
		/** It differs. */
		CHANGED,
		/** It stays. */
		SAME

	}

	/** A step and what happens to it. */
	public record Line(Kind kind, String text) {
	}

}
