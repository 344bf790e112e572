package io.watchfloor.runbook.finding;

import java.util.List;

import io.watchfloor.action.Rule;

/** Names the rules about the checking itself, which are found where it is done. */
final class SuppressionRule implements DocumentRule {

	@Override
	public List<Rule> rules() {
		return List.of(Suppressions.NO_REASON, Suppressions.UNUSED, Suppressions.PARTLY);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		// nothing beside the suppressions themselves
	}

}
