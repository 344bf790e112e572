package io.watchfloor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When something is due. */
public sealed interface Rhythm {

	/** The first due time after this one. */
	Instant after(Instant due);

	/**
	 * Again after so long.
	 *
	 * @param pause between two due times
	 */
	record Every(Duration pause) implements Rhythm {

		public Every {
			if (pause.toMillis() < 1) {
				throw new IllegalArgumentException("nothing can be due all the time");
			}
		}

		@Override
		public Instant after(Instant due) {
			return due.plus(this.pause);
		}

	}

	/**
	 * Every day at a time of a place; a time that summer time leaves out is later that
	 * day.
	 *
	 * @param time of the day
	 * @param zone where
	 */
	record Daily(LocalTime time, ZoneId zone) implements Rhythm {

		@Override
		public Instant after(Instant due) {
			ZonedDateTime there = due.atZone(this.zone);
			Instant today = there.toLocalDate().atTime(this.time).atZone(this.zone).toInstant();
			return today.isAfter(due) ? today
					: there.toLocalDate().plusDays(1).atTime(this.time).atZone(this.zone).toInstant();
		}

	}

}
