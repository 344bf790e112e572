package io.watchfloor.schedule;

import java.time.Duration;

/**
 * Something that one of the nodes does when it is due: a bean. When its node dies over it
 * another one does it again, so it must be fit for that.
 */
public interface DueWork {

	/** A name that stays the same over restarts, as {@code schedule.housekeeping}. */
	String name();

	/** When it is due. */
	Rhythm rhythm();

	/** So late it may be before it counts as missed. */
	default Duration tolerance() {
		return Duration.ofMinutes(1);
	}

	/**
	 * Does it.
	 * @param turn asks whether this node still has it
	 */
	void run(Turn turn);

}
