package io.watchfloor.runbook.finding;

import java.util.List;

/** The rules about documents and about what any shell does. */
final class DocumentRules {

	static final List<DocumentRule> ALL = List.of(new SuppressionRule(), new FenceRules(), new TextRules(),
			new HeadingRules(), new LinkRules(), new VariableRules(), new SplitRules(), new SecretRules(),
			new TableRules(), new ScheduleRules(), new ExpectationRules(), new ShellLineRules(), new ScriptRules(),
			new PlatformRules());

	private DocumentRules() {
	}

}
