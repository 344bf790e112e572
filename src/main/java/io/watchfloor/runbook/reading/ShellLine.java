package io.watchfloor.runbook.reading;

import java.util.Map;

import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.input.ReadLine;

/**
 * One command of a block, read.
 *
 * @param text as the document has it
 * @param constants the variables that are set before, and that it uses
 * @param read what was made of it
 */
record ShellLine(String text, Map<String, String> constants, Understanding<ReadLine> read) {

	/**
	 * Whether it can be a step of its own: an action, or work whose every word is known.
	 */
	boolean known() {
		return !(this.read instanceof NotUnderstood<ReadLine>);
	}

	StepDraft draft(String title, Phase phase, LineRange lines) {
		return switch (this.read) {
			case Understood<ReadLine>(ReadLine line) ->
				StepDraft.action(title, phase, lines, this.text, line, this.constants);
			case ByHand<ReadLine>(var work) -> StepDraft.byHand(title, phase, lines, this.text, work);
			case NotUnderstood<ReadLine>(String reason) -> StepDraft.command(title, phase, lines, this.text, reason);
		};
	}

}
