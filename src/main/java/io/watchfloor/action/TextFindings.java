package io.watchfloor.action;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The frame of rules that see what is wrong by the words of a command alone. */
public abstract class TextFindings implements FindingRules {

	private final List<Sign> signs;

	/** Takes what to look for. */
	protected TextFindings(List<Sign> signs) {
		this.signs = List.copyOf(signs);
	}

	/**
	 * What gives something away.
	 *
	 * @param rule what is wrong then
	 * @param pattern found anywhere in the command, in any case
	 * @param unless found in the block makes it all right; one that never matches for
	 * none
	 * @param safer makes a safer line of the command; the same for none
	 */
	public record Sign(Rule rule, Pattern pattern, Pattern unless, UnaryOperator<String> safer) {

		private static final Pattern NEVER = Pattern.compile("(?!)");

		/** Whenever the pattern is found. */
		public static Sign of(Rule rule, String pattern) {
			return new Sign(rule, compile(pattern), NEVER, UnaryOperator.identity());
		}

		/** Unless the block around holds something else. */
		public Sign unless(String text) {
			return new Sign(this.rule, this.pattern, compile(text), this.safer);
		}

		/** With a line that does the same more safely. */
		public Sign safer(UnaryOperator<String> line) {
			return new Sign(this.rule, this.pattern, this.unless, line);
		}

		private static Pattern compile(String text) {
			return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
		}

	}

	@Override
	public final List<Rule> rules() {
		return this.signs.stream().map(Sign::rule).distinct().toList();
	}

	@Override
	public final Stream<Finding> check(CommandLine line) {
		String text = line.text();
		if (text.length() > 20_000) {
			return Stream.empty();
		}
		return this.signs.stream().flatMap((sign) -> {
			Matcher matcher = sign.pattern().matcher(text);
			if (!matcher.find() || sign.unless().matcher(line.block()).find()) {
				return Stream.empty();
			}
			String safer = sign.safer().apply(text);
			return Stream.of(new Finding(sign.rule(), sign.rule().title(),
					safer.equals(text) ? Optional.empty() : Optional.of(safer)));
		});
	}

	/** A rule in one line. */
	protected static Rule rule(String id, Severity severity, String title, String explanation) {
		return new Rule(id, severity, title, explanation);
	}

}
