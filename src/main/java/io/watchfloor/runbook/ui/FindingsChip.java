package io.watchfloor.runbook.ui;

import java.util.List;

import com.vaadin.flow.component.html.Span;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.ui.Chip;

/** "3 findings", as loud as the worst of them. */
final class FindingsChip extends Span {

	FindingsChip(Runbook book, Procedure procedure) {
		this(in(book, procedure));
	}

	/** Those that begin in a procedure's lines. */
	static List<RunbookFinding> in(Runbook book, Procedure procedure) {
		return book.findings()
			.stream()
			.filter((finding) -> procedure.lines().contains(finding.lines().first()))
			.toList();
	}

	FindingsChip(List<RunbookFinding> findings) {
		if (!findings.isEmpty()) {
			boolean serious = findings.stream()
				.anyMatch((finding) -> finding.rule().severity() == Severity.ERROR
						|| finding.rule().severity() == Severity.DANGER);
			add(new Chip(serious ? Chip.Tone.CRIT : Chip.Tone.WARN, RunbookCard.count(findings.size(), "finding")));
			setTitle("What is wrong or dangerous in the document; each is shown beside its line.");
		}
	}

}
