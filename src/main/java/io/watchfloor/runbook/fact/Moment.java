package io.watchfloor.runbook.fact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * When a task is due, as far as a document says it.
 *
 * @param every day, week or month
 * @param week which week of the month, from 1; 0 for every
 * @param day in lower case; null for every day
 * @param minute of the day
 * @param most how many minutes it takes at most
 */
public record Moment(String every, int week, @Nullable String day, int minute, int most) {

	private static final Pattern TIME = Pattern.compile("\\b(\\d{1,2}):(\\d{2})\\b");

	private static final Pattern DAY = Pattern
		.compile("\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b");

	private static final Pattern WEEK = Pattern
		.compile("\\b(?:(1)st|(2)nd|(3)rd|(4)th|(first)|(second)|(third)|(fourth))\\b");

	private static final Pattern TAKES = Pattern
		.compile("(\\d{1,3})(?:\\s*[-–]\\s*(\\d{1,3}))?\\s*(min|minute|h|hr|hour)s?");

	/** Reads a task; empty when it names no time of day. */
	public static Optional<Moment> of(Fact.Task task) {
		String text = (task.every() + " " + ((task.at() != null) ? task.at() : "")).toLowerCase(Locale.ROOT);
		Matcher time = TIME.matcher(text);
		String every = text.contains("month") ? "month" : (text.contains("week") ? "week"
				: ((text.contains("dai") || text.contains("every day")) ? "day" : ""));
		if (!time.find() || every.isEmpty()) {
			return Optional.empty();
		}
		Matcher day = DAY.matcher(text);
		int minute = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
		return Optional
			.of(new Moment(every, week(text), day.find() ? day.group(1) : null, minute, takes(task.takes())));
	}

	private static int week(String text) {
		Matcher week = WEEK.matcher(text);
		if (week.find()) {
			for (int i = 1; i <= 8; i++) {
				if (week.group(i) != null) {
					return (i - 1) % 4 + 1;
				}
			}
		}
		return 0;
	}

	private static int takes(@Nullable String text) {
		Matcher takes = TAKES.matcher((text == null) ? "" : text.toLowerCase(Locale.ROOT));
		if (!takes.find()) {
			return 1;
		}
		int most = Integer.parseInt((takes.group(2) != null) ? takes.group(2) : takes.group(1));
		return takes.group(3).startsWith("h") ? most * 60 : most;
	}

	/** Whether both can be under way at the same time on some day. */
	public boolean meets(Moment other) {
		boolean days = this.day == null || other.day == null || this.day.equals(other.day);
		boolean weeks = this.week == 0 || other.week == 0 || this.week == other.week;
		if (!days || !weeks) {
			return false;
		}
		int gap = Math.max(this.minute, other.minute)
				- ((this.minute <= other.minute) ? this.minute + this.most : other.minute + other.most);
		boolean tight = gap == 0 && Math.max(this.most, other.most) >= 60;
		return gap < 0 || tight;
	}

}
