package io.watchfloor.catalog.ui;

import java.time.Duration;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.watchfloor.catalog.Friction;
import io.watchfloor.catalog.Schedule;
import io.watchfloor.catalog.Span;
import io.watchfloor.kernel.Counted;
import org.jspecify.annotations.Nullable;

/** Values of the catalog as people say them. */
final class Words {

	/** For what the team has not written down. */
	static final String NOT_STATED = "not stated";

	private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

	private Words() {
	}

	static String or(@Nullable Object value) {
		return (value != null) ? value.toString() : NOT_STATED;
	}

	static String duration(@Nullable Duration duration) {
		if (duration == null) {
			return NOT_STATED;
		}
		if (duration.toSeconds() % 60 != 0) {
			return duration.toSeconds() + " s";
		}
		if (duration.toMinutes() % 60 != 0) {
			return duration.toMinutes() + " min";
		}
		long hours = duration.toHours();
		return (hours % 24 != 0 || hours == 0) ? hours + " h" : days(hours / 24);
	}

	/** A clock of zero means that nobody waits. */
	static String clock(@Nullable Duration duration) {
		return (duration != null && duration.isZero()) ? "at once" : duration(duration);
	}

	static String span(@Nullable Span span) {
		if (span == null) {
			return NOT_STATED;
		}
		String shortest = duration(span.shortest());
		return span.shortest().equals(span.longest()) ? shortest : shortest + " to " + duration(span.longest());
	}

	static String when(Schedule schedule) {
		StringBuilder words = new StringBuilder(period(schedule.every()));
		if (schedule.day() != null) {
			String day = schedule.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
			words.append(", ").append((schedule.week() != null) ? ORDINALS.get(schedule.week() - 1) + " " + day : day);
		}
		if (schedule.at() != null) {
			words.append(" at ").append(schedule.at());
			words.append((schedule.zone() != null) ? " " + schedule.zone() : ", time zone not stated");
		}
		return words.toString();
	}

	private static String period(Period period) {
		if (period.getMonths() == 3) {
			return "every quarter";
		}
		if (period.getMonths() == 1) {
			return "every month";
		}
		return switch (period.getDays()) {
			case 1 -> "every day";
			case 7 -> "every week";
			default -> "every " + period.getDays() + " days";
		};
	}

	/** What a person does before an action runs; never nothing. */
	static String friction(Friction friction) {
		List<String> demands = new ArrayList<>(List.of("confirm"));
		if (friction.reason()) {
			demands.add("give a reason");
		}
		if (friction.typeName()) {
			demands.add("type the target's name");
		}
		if (friction.stepUp()) {
			demands.add("give the password again");
		}
		if (friction.secondPerson()) {
			demands.add("have a second person approve");
		}
		return String.join(", ", demands);
	}

	private static String days(long days) {
		return Counted.of(days, "day");
	}

}
