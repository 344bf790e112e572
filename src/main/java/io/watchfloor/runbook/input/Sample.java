package io.watchfloor.runbook.input;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.runbook.StepInput;

/**
 * Two values of one kind, to see what becomes of a hole's value. No other hole of the
 * same line has the same.
 *
 * @param names what a hole of this kind is usually called
 */
record Sample(StepInput.Kind kind, String first, String second, Pattern names) {

	private static final Sample NAME = of(StepInput.Kind.TEXT, "sample{w}", "name|service|pod|table|user");

	/** {w} stands for two letters, {d} for two digits, {y} for the end of a year. */
	private static final List<Sample> ALL = List.of(NAME, of(StepInput.Kind.NUMBER, "79{d}",
			"num|count|replica|second|minute|\\bdays?\\b|port|limit|size|max|min|amount|pid|revision|lines|tail|threshold|^n$|desired|offset|weight|_n$|memory|timeout|epoch"),
			of(StepInput.Kind.NUMBER, "{d}", "count|replica|days|desired|min|max|percent|weight"),
			of(StepInput.Kind.NUMBER, "17000000{d}", "epoch|timestamp|time|start|end"),
			of(StepInput.Kind.DATE, "20{y}-02-03T04:05:06Z", "time|start|end|since|until|date"),
			of(StepInput.Kind.DATE, "20{y}-02-03", "date|day|yyyy"),
			of(StepInput.Kind.DURATION, "{d}m", "duration|since|window|period|interval"),
			of(StepInput.Kind.PATH, "/tmp/sample{w}", "path|file|dir|backup|dump"),
			of(StepInput.Kind.ADDRESS, "https://sample{w}.example", "url|uri|endpoint|webhook"),
			of(StepInput.Kind.ADDRESS, "10.7.19.{d}", "ip|cidr|address|host"),
			of(StepInput.Kind.ADDRESS, "sample{w}.example.com", "host|domain|server"),
			of(StepInput.Kind.TEXT, "v7.19.{d}", "version|tag|release"),
			of(StepInput.Kind.TEXT, "arn:aws:sns:eu-west-1:123456789012:sample{w}", "arn"),
			of(StepInput.Kind.TEXT, "0a1b2c3d-0000-4000-8000-0000000000{d}", "uuid|task|id"),
			of(StepInput.Kind.TEXT, "i-0a1b2c3d4e5f600{d}", "instance"),
			of(StepInput.Kind.TEXT, "sg-0a1b2c3d4e5f600{d}", "sg|security"),
			of(StepInput.Kind.TEXT, "pod/sample{w}", "type|resource|pod"));

	private static Sample of(StepInput.Kind kind, String text, String names) {
		return new Sample(kind, text, text, Pattern.compile(names));
	}

	/**
	 * The kinds to try for a hole, likeliest first.
	 * @param number the hole's place among the holes of its line
	 */
	static List<Sample> likeliest(Placeholder hole, int number) {
		String name = hole.name().toLowerCase(Locale.ROOT);
		boolean plain = name.endsWith("id") || name.endsWith("name");
		Stream<Sample> named = plain ? Stream.of(NAME) : Stream.empty();
		Stream<Sample> byName = ALL.stream().filter((sample) -> sample.names().matcher(name).find());
		Stream<Sample> all = Stream.of(named, byName, ALL.stream()).flatMap((some) -> some).distinct();
		return Stream.concat(all.map((sample) -> sample.numbered(number)), chosen(hole)).toList();
	}

	/** The values that the document itself names. */
	private static Stream<Sample> chosen(Placeholder hole) {
		return (hole.choices().size() < 2) ? Stream.empty() : Stream
			.of(new Sample(StepInput.Kind.TEXT, hole.choices().get(0), hole.choices().get(1), NAME.names()));
	}

	private Sample numbered(int number) {
		return new Sample(this.kind, numbered(this.first, 2 * number), numbered(this.second, 2 * number + 1),
				this.names);
	}

	private static String numbered(String text, int number) {
		String letters = String.valueOf((char) ('a' + number / 26 % 26)) + (char) ('a' + number % 26);
		return text.replace("{w}", letters)
			.replace("{d}", String.valueOf(10 + number % 90))
			.replace("{y}", String.valueOf(31 + number % 60));
	}

	/** Whether a text mentions the first of the values. */
	boolean in(String text) {
		return text.contains(this.first);
	}

}
