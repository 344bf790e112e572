package io.watchfloor.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where missed schedules and the lives of consoles are kept. */
public interface MissedStore {

	/** Keeps one. */
	void add(Missed missed);

	/** The newest. */
	List<Missed> newest(int limit);

	/**
	 * Hands each that is not in the audit log yet to a taker, and remembers that it is
	 * when the taker returns normally.
	 */
	void record(Consumer<Missed> taker);

	/** Whether a due execution is still claimed by this node under this version. */
	boolean claimed(String work, String node, long version);

	/** Says that a console lives. */
	void alive(String node, Instant startedAt, Instant now);

	/** Whether a console lived at that time. */
	boolean livedAt(Instant then);

	/** When a console was last seen before that time. */
	Optional<Instant> seenBefore(Instant then);

	/** Forgets lives that ended before then. */
	void forgetLives(Instant before);

}
