package io.watchfloor.runbook.proposal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.watchfloor.catalog.SystemFiles.Change;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document says and the system's file does not, or says otherwise.
 *
 * @param fingerprint of what it says; stays when it moves to another line
 * @param kind as people say it: {@code Threshold}
 * @param title what it is about
 * @param says what the document says, field by field
 * @param differs what the file says instead, for those that differ; empty when the file
 * says nothing
 * @param line where the document says it
 * @param change what accepting writes; null when it cannot be written
 * @param trouble why it cannot be written
 * @param version of the file that it was compared with
 */
public record Proposal(String fingerprint, String kind, String title, Map<String, String> says,
		Map<String, String> differs, int line, @Nullable Change change, @Nullable String trouble, String version) {

	public Proposal {
		says = Collections.unmodifiableMap(new LinkedHashMap<>(says));
		differs = Collections.unmodifiableMap(new LinkedHashMap<>(differs));
	}

}
