package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.runbook.Phase;

/** The names that authors give to the phases of a procedure. */
final class PhaseNames {

	private static final int LONGEST = 7;

	private static final Pattern NUMBERED = Pattern.compile("(?i)(step|phase|stage)\\s+\\d.*");

	/** In the order of asking: "common causes and solutions" is no mitigation. */
	private static final List<Name> NAMES = List.of(new Name(Phase.DECIDE,
			"(common|likely|possible|potential|probable|typical) (root )?(causes?|fixes|issues?|problems?)\\b.*|causes?( (&|and) .*)?"),
			new Name(Phase.STEPS,
					"(long[- ]term|prevention|prevent|follow[- ]?up|root cause|post-?(incident|mortem)|lessons).*"),
			new Name(Phase.SYMPTOMS, "(symptoms?|impact|indicators?|signs|what you see|detection|alerts?)\\b.{0,12}"),
			new Name(Phase.INVESTIGATE,
					"(investigat|diagnos|triage|assess|identify|initial (check|assess|investig|diagnos)|debug).*|checks?( steps)?"),
			new Name(Phase.MITIGATE,
					"(mitigat|resolution|resolve|remediat|quick fix|workaround|solution).*"
							+ "|(fix|fixes|response|actions?|recovery)( (steps|actions?|procedure))?"
							+ "|immediate (actions?|response|steps|mitigation|fix).*"),
			new Name(Phase.VERIFY, "(verif|validat|confirm|post-?check|smoke test).*"),
			new Name(Phase.ESCALATE, "(escalat|communicat|notify|inform).*"));

	private PhaseNames() {
	}

	/** The phase that a heading or lead-in names. */
	static Optional<Phase> of(String markdown) {
		String name = Plain.name(markdown);
		if (name.split("\\s+").length > LONGEST) {
			return Optional.empty();
		}
		return NAMES.stream().filter((known) -> known.matches(name)).map(Name::phase).findFirst();
	}

	/** Whether a heading is a part of the procedure above it. */
	static boolean isPart(String markdown) {
		return isNumberedPart(markdown) || (of(markdown).isPresent() && Plain.name(markdown).split("\\s+").length <= 4);
	}

	/** "Step 1: …". */
	static boolean isNumberedPart(String markdown) {
		return NUMBERED.matcher(Plain.text(markdown)).matches();
	}

	/** A heading that only lists other headings. */
	static boolean isContents(String markdown) {
		return Plain.name(markdown)
			.matches("(table of )?contents?|toc|overview|change ?log|version history|references");
	}

	private record Name(Phase phase, Pattern compiled) {

		Name(Phase phase, String pattern) {
			this(phase, Pattern.compile(pattern));
		}

		boolean matches(String name) {
			return this.compiled.matcher(name).matches();
		}

	}

}
