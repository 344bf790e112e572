package io.watchfloor.runbook.ui;

import io.watchfloor.kernel.AddressPart;
import io.watchfloor.runbook.RunbookId;

/** The locations of runbooks and procedures. */
final class Places {

	private Places() {
	}

	static String of(RunbookId id) {
		return "runbooks/" + id.system() + "/" + AddressPart.of(id.file());
	}

	static String of(RunbookId id, String procedureSlug) {
		return of(id) + "/" + AddressPart.of(procedureSlug);
	}

}
