package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A walk that waits for somebody to take it over.
 *
 * @param to who is asked; null when anybody who may operate can take it
 * @param by who asks
 * @param at since when
 */
public record Handover(@Nullable Actor to, Actor by, Instant at) {

	/** Whether this person is meant. */
	public boolean asks(String person) {
		return !this.by.id().equals(person) && (this.to == null || this.to.id().equals(person));
	}

}
