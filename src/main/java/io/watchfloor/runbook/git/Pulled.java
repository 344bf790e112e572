package io.watchfloor.runbook.git;

import java.util.List;

import io.watchfloor.runbook.Revision;

/** What a pull brought. */
record Pulled(Revision revision, List<PulledFile> files) {

	Pulled {
		files = List.copyOf(files);
	}

}
