package io.watchfloor.runbook.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a document changes.
 *
 * @param procedures those that differ, in the new document's order, then those that are
 * gone
 * @param same how many procedures are as they were
 * @param newFindings what is wrong now and was not before
 * @param solvedFindings what was wrong and is no longer
 * @param text whether anything differs at all
 */
public record RunbookDifference(List<ProcedureChange> procedures, int same, List<RunbookFinding> newFindings,
		List<RunbookFinding> solvedFindings, boolean text) {

	public RunbookDifference {
		procedures = List.copyOf(procedures);
		newFindings = List.copyOf(newFindings);
		solvedFindings = List.copyOf(solvedFindings);
	}

	/**
	 * Compares.
	 * @param before null when there was none
	 */
	public static RunbookDifference between(@Nullable Runbook before, Runbook after) {
		List<ProcedureChange> changes = new ArrayList<>();
		for (Procedure procedure : after.procedures()) {
			Optional<Procedure> old = (before == null) ? Optional.empty() : before.procedure(procedure.slug());
			ProcedureChange.between(old.orElse(null), procedure).ifPresent(changes::add);
		}
		List<Procedure> gone = (before == null) ? List.of()
				: before.procedures()
					.stream()
					.filter((procedure) -> after.procedure(procedure.slug()).isEmpty())
					.toList();
		int same = after.procedures().size() - changes.size();
		gone.forEach((procedure) -> ProcedureChange.between(procedure, null).ifPresent(changes::add));
		List<RunbookFinding> was = (before == null) ? List.of() : before.findings();
		return new RunbookDifference(changes, same, without(after.findings(), was), without(was, after.findings()),
				before == null || !before.text().equals(after.text()));
	}

	/** The same, with its texts as they may be shown. */
	public RunbookDifference masked(UnaryOperator<String> mask) {
		return new RunbookDifference(this.procedures.stream().map((change) -> change.masked(mask)).toList(), this.same,
				this.newFindings, this.solvedFindings, this.text);
	}

	/** Lines move with every edit, so they do not count. */
	private static List<RunbookFinding> without(List<RunbookFinding> findings, List<RunbookFinding> others) {
		Function<RunbookFinding, String> what = (finding) -> finding.rule().id() + " " + finding.message();
		Set<String> known = others.stream().map(what).collect(Collectors.toCollection(LinkedHashSet::new));
		return findings.stream().filter((finding) -> !known.contains(what.apply(finding))).toList();
	}

}
