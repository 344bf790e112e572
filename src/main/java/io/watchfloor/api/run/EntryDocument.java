package io.watchfloor.api.run;

import java.time.Instant;

import io.watchfloor.api.run.RunDocument.ActorDocument;
import io.watchfloor.run.RunRecords.NumberedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline.
 *
 * @param n ascends; ask for what comes after it
 */
record EntryDocument(long n, Instant at, ActorDocument actor, String kind, @Nullable String step, String text) {

	static EntryDocument of(NumberedEntry numbered) {
		return new EntryDocument(numbered.n(), numbered.entry().at(), ActorDocument.of(numbered.entry().actor()),
				numbered.entry().kind().name(), numbered.entry().stepKey(), numbered.entry().text());
	}

}
