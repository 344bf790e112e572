package io.watchfloor.action.postgres;

import java.util.Optional;

import io.watchfloor.action.Action;

/** A bean that knows what it means when psql is fed a file. */
public interface FedFile {

	/**
	 * The action, when the file's name says what the file is.
	 * @param file as the line names it; packed where it ends with {@code .gz}
	 * @param database as the line names it; empty where it does not
	 */
	Optional<Action> of(String file, String database);

}
