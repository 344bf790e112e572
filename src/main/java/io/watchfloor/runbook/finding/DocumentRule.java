package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Rule;

/** Looks at a whole document for one kind of mistake. */
interface DocumentRule {

	/** What it may report. */
	List<Rule> rules();

	/** Looks. A doubt is no finding. */
	void check(ReadDocument document, Report report);

}
