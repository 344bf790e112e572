package io.watchfloor.catalog;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Work that is done regularly.
 *
 * @param task what is done
 * @param every how often
 * @param day on which day of the week; absent when any
 * @param week in which week of the month, from 1; absent when every
 * @param at when it begins; absent when the document says nothing
 * @param zone of that time; absent when the document says nothing
 * @param takes how long
 * @param origin where the team wrote it down
 */
public record Schedule(String task, Period every, @Nullable DayOfWeek day, @Nullable Integer week,
		@Nullable LocalTime at, @Nullable ZoneId zone, @Nullable Span takes, @Nullable Origin origin) {
}
