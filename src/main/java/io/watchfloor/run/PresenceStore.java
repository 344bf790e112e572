package io.watchfloor.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where it is kept who has which run's page open, on every node. */
public interface PresenceStore {

	/** Somebody opens a page. */
	void enter(UUID page, RunId run, Presence presence);

	/** A page was closed. */
	void leave(UUID page);

	/** These pages are still open; rows that nobody renewed for an hour are dropped. */
	void renew(Collection<UUID> pages);

	/**
	 * Who has a page of this run open that was renewed lately, each person once, by name.
	 */
	List<Presence> here(RunId run, Duration lately);

}
