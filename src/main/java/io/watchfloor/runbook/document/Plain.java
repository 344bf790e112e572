package io.watchfloor.runbook.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text without its Markdown, for titles. */
public final class Plain {

	private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,300})]\\([^()\\s]{0,600}\\)");

	private static final Pattern MARKS = Pattern.compile("\\*{1,3}|__|`|<!--.*?-->");

	/** A first word of signs alone: an emoji, or what a wrong encoding made of one. */
	private static final Pattern SIGNS = Pattern.compile(
			"^[^\\sA-Za-z0-9\\u0250-\\u1FFF\\u2E80-\\uD7FF\"'(\\[<>=\u2264\u2265$%&/.~@#:-]+\\s+(?=.*[A-Za-z0-9])");

	private static final Pattern NUMBER = Pattern.compile(
			"^(?:(?:step|phase|part|stage)\\s+)?(?:\\d{1,2}|[ivx]{1,4}|[a-z])(?:\\.\\d{1,2})?\\s?[.):–-]\\s*",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Tags that only change how text looks; what else stands in angles may be a
	 * placeholder.
	 */
	private static final Pattern LOOKS = Pattern.compile(
			"(?i)<(b|i|em|strong|u|s|code|kbd|span|a|sub|sup|small|mark|font)(?:\\s[^<>]{0,300})?>([^<>]{0,300})</\\1>");

	private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s?/?>");

	/** An address that is a link by itself. */
	private static final Pattern ADDRESS = Pattern
		.compile("<((?:https?|mailto):[^\\s<>]{1,600}|[^\\s<>@]{1,80}@[^\\s<>@]{1,80})>");

	private static final int LONGEST_TITLE = 160;

	private Plain() {
	}

	/** One line without emphasis, links and emoji. */
	public static String text(String markdown) {
		String plain = MARKS.matcher(LINK.matcher(withoutHtml(markdown)).replaceAll("$1")).replaceAll("");
		plain = SIGNS.matcher(plain.strip()).replaceFirst("");
		return plain.replaceAll("\\s+", " ").strip();
	}

	private static String withoutHtml(String markdown) {
		if (markdown.indexOf('<') < 0) {
			return markdown;
		}
		String plain = LINE_BREAK.matcher(markdown).replaceAll(" ");
		return ADDRESS.matcher(LOOKS.matcher(plain).replaceAll("$2")).replaceAll("$1");
	}

	/** As a title: the first line, without a number before it or a colon behind it. */
	public static String title(String markdown) {
		String first = markdown.strip().lines().findFirst().orElse("");
		String plain = NUMBER.matcher(text(first)).replaceFirst("");
		plain = plain.replaceFirst("[:\\s]+$", "");
		return (plain.length() <= LONGEST_TITLE) ? plain : plain.substring(0, LONGEST_TITLE - 1) + "…";
	}

	/** Lower case, without number and punctuation at the ends: for comparing names. */
	public static String name(String markdown) {
		String plain = title(markdown).toLowerCase(Locale.ROOT);
		return plain.replaceAll("^[^a-z0-9]+|[^a-z0-9)]+$", "");
	}

	/** A name for locations: lower-case letters, digits and hyphens. */
	public static String slug(String title) {
		String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return slug.isEmpty() ? "section" : slug;
	}

}
