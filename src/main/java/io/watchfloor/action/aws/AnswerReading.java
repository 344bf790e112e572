package io.watchfloor.action.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.action.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Turns an answer into a reading: secrets hidden, query applied, text as asked for. */
final class AnswerReading {

	private static final int MOST_CHARACTERS = 256 * 1024;

	private static final DefaultIndenter FOUR = new DefaultIndenter("    ", "\n");

	private static final ObjectWriter JSON = JsonMapper.builder()
		.defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(FOUR).withArrayIndenter(FOUR))
		.build()
		.writerWithDefaultPrettyPrinter();

	private final AwsRead action;

	private final String source;

	private final Instant at;

	AnswerReading(AwsRead action, String source, Instant at) {
		this.action = action;
		this.source = source;
		this.at = at;
	}

	/**
	 * Makes the reading.
	 * @param cut whether the answer is not whole
	 */
	Reading of(Map<String, Object> answer, boolean cut) {
		Map<String, Object> shown = Secrecy.hide(this.action.service(), answer);
		if (shown.get("failures") instanceof List<?> failures && !failures.isEmpty()
				&& shown.values().stream().allMatch((value) -> value == failures || isEmpty(value))) {
			return new Reading(false, "Not found: " + text(failures), null, null, null, json(shown), this.source,
					this.at);
		}
		try {
			Object found = this.action.query().isEmpty() ? shown : Query.find(this.action.query(), shown);
			return reading(found, cut);
		}
		catch (IllegalArgumentException unfit) {
			return new Reading(false, String.valueOf(unfit.getMessage()), null, null, null, json(shown), this.source,
					this.at);
		}
	}

	private Reading reading(@Nullable Object found, boolean cut) {
		if (found == null) {
			return Reading.unknown("The answer does not hold what the query asks for", this.source, this.at);
		}
		String whole = this.action.output().equals("text") ? TextOutput.of(found) : json(found);
		boolean tooLong = whole.length() > MOST_CHARACTERS;
		String text = tooLong ? whole.substring(0, MOST_CHARACTERS) : whole;
		String note = (cut ? ", cut after " + Pages.MOST + " pages" : "") + (tooLong ? ", shown in part" : "");
		Double value = (found instanceof Number number) ? Double.valueOf(number.doubleValue()) : null;
		return new Reading(true, summary(found) + note, value, null, null, text, this.source, this.at);
	}

	private static String summary(Object found) {
		return switch (found) {
			case List<?> list -> (list.size() == 1) ? "1 item" : list.size() + " items";
			case Map<?, ?> map -> fields(map);
			case Object scalar -> {
				String text = scalar.toString();
				yield (text.length() <= 200) ? text : text.length() + " characters";
			}
		};
	}

	/** "3 services", or how many fields there are. */
	private static String fields(Map<?, ?> map) {
		String lists = map.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() instanceof List && !"failures".equals(entry.getKey()))
			.map((entry) -> counted(((List<?>) entry.getValue()).size(), String.valueOf(entry.getKey())))
			.collect(Collectors.joining(", "));
		return lists.isEmpty() ? ((map.size() == 1) ? "1 field" : map.size() + " fields") : lists;
	}

	private static boolean isEmpty(@Nullable Object value) {
		return value instanceof List<?> list && list.isEmpty();
	}

	private static String text(Object value) {
		return TextOutput.of(value).replace('\n', ' ').replace('\t', ' ');
	}

	static String json(@Nullable Object value) {
		return JSON.writeValueAsString(value);
	}

	/** The members of an answer are named in the plural. */
	static String counted(int number, String members) {
		String one = members.endsWith("ies") ? members.substring(0, members.length() - 3) + "y"
				: members.replaceFirst("(?<=[sx])es$|(?<!s)s$", "");
		return number + " " + ((number == 1) ? one : members);
	}

}
