package io.watchfloor.runbook.cli;

import java.nio.file.Path;
import java.util.List;

import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;

/**
 * A file that was read.
 *
 * @param suppressed what its authors know and accept
 */
record ReadFile(Path path, Runbook book, List<Suppressed> suppressed) {

	Coverage coverage() {
		return Coverage.of(this.book.procedures());
	}

	/** A finding that a comment keeps quiet, and the comment's reason. */
	record Suppressed(RunbookFinding finding, String reason) {
	}

}
