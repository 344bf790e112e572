package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's timeline.
 *
 * @param at when
 * @param actor who
 * @param kind what kind of thing
 * @param stepKey the step it belongs to, where it belongs to one
 * @param text what, in words
 */
public record TimelineEntry(Instant at, Actor actor, Kind kind, @Nullable String stepKey, String text) {

	/** The kinds of things. */
	public enum Kind {

		/** The walk began. */
		STARTED,
		/** Live state was read. */
		READ,
		/** A plan was worked out. */
		PLANNED,
		/** A person accepted a plan. */
		CONFIRMED,
		/** A second person was asked, or answered. */
		APPROVAL,
		/** Not started: stale or refused. */
		REFUSED,
		/** The target answered. */
		OUTCOME,
		/** The done-when was looked at. */
		VERIFIED,
		/** It may have happened. */
		UNKNOWN,
		/** An unknown step was settled. */
		SETTLED,
		/** A person said whether a condition applies. */
		CONDITION,
		/** A repeated reading ended. */
		WATCHED,
		/** Something was attached. */
		EVIDENCE,
		/** Somebody else leads, or is asked to. */
		LEAD,
		/** The walk stands still, or goes on. */
		PAUSED,
		/** A cause was chosen. */
		CAUSE,
		/** A manual step was done. */
		DONE,
		/** A step was left out. */
		SKIPPED,
		/** Somebody wrote something down. */
		NOTE,
		/** The walk is over. */
		ENDED

	}

}
