package io.watchfloor.runbook.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds what a shell text leaves open, before anything splits it into words. */
final class PlaceholderScanner {

	/**
	 * What cannot be missing where there is a placeholder: a quick way out for most
	 * lines.
	 */
	private static final Pattern SUSPECT = Pattern.compile("[<{\\[…]|[A-Z]{3}|xxx|yyyy|your|\\$\\(date|\\.\\.\\.");

	private static final Recent<Masked> KNOWN = new Recent<>(PlaceholderScanner::maskNow);

	private static final Pattern COMPARISON = Pattern.compile("(?i).*\\b(and|or)\\b.*");

	/** Names of variables that are set, not filled in: {@code -e DATABASE_NAME}. */
	private static final Pattern VARIABLE_BEFORE = Pattern
		.compile("(?:^|\\s)(?:-e|--env|--build-arg|export|unset)\\s+$");

	private final String text;

	private final Quoting quoting;

	private final List<Placeholder> found = new ArrayList<>();

	private final Map<String, Integer> numbers = new HashMap<>();

	private PlaceholderScanner(String text) {
		this.text = text;
		this.quoting = new Quoting(text);
	}

	static Masked mask(String text) {
		return KNOWN.of(text);
	}

	private static Masked maskNow(String text) {
		return (!SUSPECT.matcher(text).find() || Masked.impossible(text)) ? new Masked(text, List.of())
				: new PlaceholderScanner(text).scan();
	}

	private Masked scan() {
		StringBuilder masked = new StringBuilder();
		Matcher matcher = PlaceholderPatterns.ALL.matcher(this.text)
			.useAnchoringBounds(false)
			.useTransparentBounds(true);
		int behind = 0;
		for (int line = 0; line < this.text.length(); line = lineEnd(line)) {
			if (SUSPECT.matcher(this.text).region(line, lineEnd(line)).find()) {
				matcher.region(line, lineEnd(line));
				behind = line(matcher, masked, behind);
			}
		}
		return new Masked(masked.append(this.text, behind, this.text.length()).toString(), this.found);
	}

	private int lineEnd(int start) {
		int end = this.text.indexOf('\n', start);
		return (end < 0) ? this.text.length() : end + 1;
	}

	private int line(Matcher matcher, StringBuilder masked, int start) {
		int behind = start;
		while (matcher.find()) {
			Placeholder placeholder = placeholder(matcher);
			if (placeholder != null && this.found.size() < Masked.MOST) {
				masked.append(this.text, behind, matcher.start());
				masked.append(Masked.mark(number(placeholder), matcher.end() - matcher.start()));
				behind = matcher.end();
			}
		}
		return behind;
	}

	private int number(Placeholder placeholder) {
		return this.numbers.computeIfAbsent(placeholder.written(), (written) -> {
			this.found.add(placeholder);
			return this.found.size() - 1;
		});
	}

	private @Nullable Placeholder placeholder(Matcher matcher) {
		int at = matcher.start();
		if (this.quoting.comment(at)) {
			return null;
		}
		String written = matcher.group();
		String angle = first(matcher, "angle", "angled");
		if (angle != null) {
			return COMPARISON.matcher(angle).matches() ? null : Placeholder.named(written, angle);
		}
		if (matcher.group("variable") != null) {
			return this.quoting.singleQuoted(at) ? null
					: new Placeholder(written, matcher.group("variable"), matcher.group("fallback"), List.of());
		}
		if (matcher.group("now") != null) {
			return this.quoting.singleQuoted(at) || DateExpression.parse(matcher.group("now")).isEmpty() ? null
					: new Placeholder(written, "date", written, List.of());
		}
		String bare = first(matcher, "brace", "bracket");
		if (bare != null) {
			boolean code = (matcher.group("brace") != null) ? this.quoting.singleQuoted(at) : this.quoting.quoted(at);
			return code ? null : Placeholder.named(written, bare);
		}
		return plain(matcher, written, at);
	}

	private @Nullable Placeholder plain(Matcher matcher, String written, int at) {
		if (matcher.group("capitals") != null
				&& VARIABLE_BEFORE.matcher(this.text.substring(Math.max(0, at - 20), at)).find()) {
			return null;
		}
		if (matcher.group("dots") != null || matcher.group("crosses") != null) {
			return Placeholder.named(written, flagBefore(at, written));
		}
		String name = first(matcher, "twice", "yours", "capitals", "date");
		return Placeholder.named(written, (name != null) ? name : written);
	}

	/** The flag or key that a value without a name belongs to. */
	private String flagBefore(int at, String written) {
		Matcher flag = Pattern.compile("--?([A-Za-z][\\w-]*)[\\s=]+[\"']?[^\\s\"']*$|([A-Za-z_]\\w*)=[\"']?$")
			.matcher(this.text.substring(Math.max(0, at - 80), at));
		if (!flag.find()) {
			return written;
		}
		return (flag.group(1) != null) ? flag.group(1) : flag.group(2);
	}

	private static @Nullable String first(Matcher matcher, String... groups) {
		for (String group : groups) {
			if (matcher.group(group) != null) {
				return matcher.group(group);
			}
		}
		return null;
	}

}
