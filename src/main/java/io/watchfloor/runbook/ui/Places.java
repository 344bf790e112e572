package io.watchfloor.runbook.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.watchfloor.runbook.RunbookId;

/** The locations of runbooks and procedures. */
final class Places {

	private Places() {
	}

	static String of(RunbookId id) {
		return "runbooks/" + id.system() + "/"
				+ URLEncoder.encode(id.file(), StandardCharsets.UTF_8).replace("+", "%20");
	}

	static String of(RunbookId id, String procedureSlug) {
		return of(id) + "/" + procedureSlug;
	}

}
