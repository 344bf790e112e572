package io.watchfloor.runbook.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.RunbookFinding;

/**
 * {@code <!-- watchfloor:ignore RULE reason -->} above a block: what is below is known
 * and accepted, and the reason stands in the document.
 */
final class Suppressions {

	static final Rule NO_REASON = new Rule("document/ignored-without-reason", Severity.WARNING,
			"A finding is ignored without a reason",
			"Say behind the rule's name why this is acceptable here. Without a reason the finding stays.");

	static final Rule UNUSED = new Rule("document/ignores-nothing", Severity.INFO, "There is nothing to ignore here",
			"The rule finds nothing in the block below. Remove the comment, or correct the rule's name.");

	static final Rule PARTLY = new Rule("document/partly-checked", Severity.INFO,
			"The document is too long to check all of it",
			"Only its first commands were looked at. Split it into several files.");

	private static final Pattern COMMENT = Pattern
		.compile("<!--\\s*watchfloor:ignore\\s+([a-z0-9]+/[a-z0-9-]+)\\s*(.*?)\\s*-->");

	private final ReadDocument document;

	Suppressions(ReadDocument document) {
		this.document = document;
	}

	List<RunbookFinding> apply(List<RunbookFinding> findings) {
		List<RunbookFinding> kept = new ArrayList<>(findings);
		List<String> lines = this.document.source().lines();
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains("watchfloor:ignore")) {
				Matcher comment = COMMENT.matcher(lines.get(i));
				while (comment.find()) {
					ignore(comment.group(1), comment.group(2), i + 1, kept);
				}
			}
		}
		return kept;
	}

	private void ignore(String rule, String reason, int line, List<RunbookFinding> kept) {
		LineRange here = new LineRange(line, line);
		if (reason.isBlank()) {
			kept.add(new RunbookFinding(NO_REASON, "'" + rule + "' is to be ignored, but no reason is given.", null,
					here));
			return;
		}
		LineRange below = below(line);
		boolean found = kept.removeIf((finding) -> finding.rule().id().equals(rule) && finding.lines().first() > line
				&& finding.lines().first() <= below.last());
		if (!found) {
			kept.add(new RunbookFinding(UNUSED, "'" + rule + "' finds nothing below.", null, here));
		}
	}

	/** The first block that starts below the comment; the comment itself is one too. */
	private LineRange below(int line) {
		List<LineRange> after = new ArrayList<>();
		this.document.each((block) -> {
			if (block.lines().first() > line) {
				after.add(block.lines());
			}
		});
		return after.stream()
			.min(java.util.Comparator.comparingInt(LineRange::first))
			.orElse(new LineRange(line, line));
	}

}
