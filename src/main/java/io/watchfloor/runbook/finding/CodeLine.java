package io.watchfloor.runbook.finding;

import io.watchfloor.action.CommandLine;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block;

/** A command and where it stands. */
record CodeLine(CommandLine line, Block.Code code, LineRange lines) {

}
