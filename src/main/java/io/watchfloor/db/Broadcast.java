package io.watchfloor.db;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the nodes on one database tell each other, by PostgreSQL's {@code LISTEN} and
 * {@code NOTIFY}. A hint that something changed, never the news itself: it is lost while
 * the database is away, and everybody looks again once it is back.
 */
public interface Broadcast {

	/**
	 * Tells the other nodes, within a quarter of a second; the same again until then is
	 * told once. Returns at once.
	 * @param topic one word, the module's
	 * @param what a few words, such as an id
	 */
	void tell(String topic, String what);

	/**
	 * Hears what other nodes tell, on a thread that must not be kept.
	 * @param listener is given what changed, or nothing when something may have been
	 * missed
	 */
	void hear(String topic, Consumer<Optional<String>> listener);

}
