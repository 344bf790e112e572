package io.watchfloor.db;

import java.util.Optional;

/** Whether the store can be written right now. */
public interface StoreStatus {

	/** Returns what is wrong and how to mend it, or empty while the store answers. */
	Optional<String> trouble();

	/** Whether the store answered lately. */
	default boolean available() {
		return trouble().isEmpty();
	}

	/** Says that somebody saw the store fail: it is looked at again at once. */
	default void suspect() {
	}

}
