package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Rule;

/** Names the rules about suppressions, which are found where they are applied. */
final class SuppressionRule implements DocumentRule {

	@Override
	public List<Rule> rules() {
		return List.of(Suppressions.NO_REASON, Suppressions.UNUSED);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		// nothing beside the suppressions themselves
	}

}
