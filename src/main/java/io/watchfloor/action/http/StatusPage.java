package io.watchfloor.action.http;

import java.util.Arrays;
import java.util.Optional;

import io.watchfloor.catalog.Target;

/** What a vendor's status page is made with, and so how it answers. */
public enum StatusPage {

	/** Atlassian's Statuspage, and those that answer as it does. */
	STATUSPAGE("statuspage", "/api/v2/summary.json"),
	/** A page of incident.io: its widget's summary. */
	INCIDENT_IO("incident-io", "/api/v1/summary"),
	/** Zendesk's own, which has no Statuspage behind it. */
	ZENDESK("zendesk", "/api/incidents/active");

	/** The setting of a target by which the catalog says it. */
	static final String SETTING = "status-page";

	private final String word;

	private final String path;

	StatusPage(String word, String path) {
		this.word = word;
		this.path = path;
	}

	/** Where its answer is, from the page's root. */
	String path() {
		return this.path;
	}

	/** As the catalog says it; else by the host; else as the line has it. */
	static StatusPage of(Target target, StatusPage written) {
		String setting = target.settings().get(SETTING);
		if (setting != null) {
			return Arrays.stream(values())
				.filter((page) -> page.word.equals(setting))
				.findFirst()
				.orElseThrow(() -> new io.watchfloor.kernel.Problem(
						io.watchfloor.kernel.Problem.Category.NOT_UNDERSTOOD, "'" + SETTING + ": " + setting + "' of "
								+ target.id() + " is none of statuspage, incident-io, zendesk."));
		}
		boolean zendesk = target.setting("url").matches("https://status\\.zendesk\\.com(/.*)?");
		return zendesk ? ZENDESK : written;
	}

	/** The page that answers at a path. */
	static Optional<StatusPage> at(String asked) {
		return asked.matches("/api/v2/(summary|status|components)\\.json") ? Optional.of(STATUSPAGE)
				: Arrays.stream(values()).filter((page) -> page != INCIDENT_IO && page.path.equals(asked)).findFirst();
	}

}
