package io.watchfloor.runbook.cli;

import java.nio.file.Path;

import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Runbook;

/** A file that was read. */
record ReadFile(Path path, Runbook book) {

	Coverage coverage() {
		return Coverage.of(this.book.procedures());
	}

}
