package io.watchfloor.action.postgres;

import java.util.Optional;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;

/** How PostgreSQL's tools name a server, for readers outside this package. */
public final class ToolPlace {

	private ToolPlace() {
	}

	/** The flags by which all of them name where. */
	public static Options.Grammar grammar() {
		return Place.grammar();
	}

	/** What the flags say, with the database that the tool's own way names. */
	public static TargetHint of(Options options, Optional<Word> database, Arguments arguments) {
		return Place.of(options, database.orElse(null), arguments);
	}

}
