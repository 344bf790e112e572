package io.watchfloor.runbook.finding;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Rule;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.RunbookFinding;
import org.jspecify.annotations.Nullable;

/** Collects what rules find. */
final class Report {

	private final List<RunbookFinding> findings = new ArrayList<>();

	void add(Rule rule, LineRange lines, String message) {
		add(rule, lines, message, null);
	}

	void add(Rule rule, int line, String message) {
		add(rule, new LineRange(line, line), message, null);
	}

	void add(Rule rule, LineRange lines, String message, @Nullable String saferCommand) {
		this.findings.add(new RunbookFinding(rule, message, saferCommand, lines));
	}

	List<RunbookFinding> findings() {
		return this.findings;
	}

}
