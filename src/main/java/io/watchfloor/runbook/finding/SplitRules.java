package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.Locale;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.CodeKind;

/** Commands that go on in the next block. */
final class SplitRules implements DocumentRule {

	private static final Rule SPLIT = new Rule("document/command-split", Severity.ERROR,
			"A command does not end in its block",
			"Copied as it stands, it waits for more or fails. Join the parts in one block, or close the quote.");

	@Override
	public List<Rule> rules() {
		return List.of(SPLIT);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		for (Code code : document.all(Code.class)) {
			String text = code.text().stripTrailing();
			boolean open = CodeKind.of(code) == CodeKind.SHELL && (text.endsWith("\\") || text.endsWith("&&")
					|| text.endsWith("||") || (text.endsWith("|") && !text.endsWith("||")));
			if (open) {
				report.add(SPLIT, code.firstLine() + (int) text.lines().count() - 1,
						"Nothing follows the end of this line.");
			}
		}
		document.commands().forEach((line) -> {
			if (line.line().understood() instanceof NotUnderstood<?>(String reason)
					&& reason.toLowerCase(Locale.ROOT).contains("is not closed")) {
				report.add(SPLIT, line.lines(), reason);
			}
		});
	}

}
