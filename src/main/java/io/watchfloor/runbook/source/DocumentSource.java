package io.watchfloor.runbook.source;

import java.util.List;

import io.watchfloor.runbook.Runbooks.Trouble;

/**
 * A place that documents come from; a bean. Of two documents of one name, the first
 * source's counts.
 */
public interface DocumentSource {

	/** All documents as they stand now, by system and name. */
	List<Document> documents();

	/** What is there but is no document. */
	default List<Trouble> troubles() {
		return List.of();
	}

}
