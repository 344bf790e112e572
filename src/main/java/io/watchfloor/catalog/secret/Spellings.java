package io.watchfloor.catalog.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a value is spelt by programs that quote or encode it: plainly, in URLs, JSON,
 * shells, SQL, HTML and hexadecimal. Base64 is {@link Base64Spelling}'s.
 */
final class Spellings {

	private static final String UNRESERVED = "-._~";

	private static final String COMPONENT = UNRESERVED + "!'()*";

	private static final String USER_INFO = COMPONENT + "$&+,;=:";

	private static final String WHOLE_URL = USER_INFO + "/?@#";

	private Spellings() {
	}

	/** All spellings, the longest first, so that none is left half hidden. */
	static List<String> of(String value) {
		Set<String> spellings = new LinkedHashSet<>();
		spellings.add(value);
		addUrl(spellings, value);
		addQuoted(spellings, value);
		addJson(spellings, value);
		String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
		spellings.add(hex);
		spellings.add(hex.toUpperCase(Locale.ROOT));
		return spellings.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	private static void addUrl(Set<String> spellings, String value) {
		for (String kept : List.of(UNRESERVED, COMPONENT, USER_INFO, WHOLE_URL, "")) {
			String encoded = percent(value, kept);
			spellings.add(encoded);
			spellings.add(lowerEscapes(encoded));
			spellings.add(encoded.replace("%", "%25"));
		}
		String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
		spellings.add(form);
		spellings.add(lowerEscapes(form));
	}

	private static String percent(String value, String kept) {
		StringBuilder encoded = new StringBuilder();
		for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (each & 0xff);
			boolean plain = (c < 128 && Character.isLetterOrDigit(c) && !kept.isEmpty()) || kept.indexOf(c) >= 0;
			if (plain) {
				encoded.append(c);
			}
			else {
				encoded.append("%%%02X".formatted((int) c));
			}
		}
		return encoded.toString();
	}

	private static String lowerEscapes(String encoded) {
		StringBuilder lower = new StringBuilder(encoded);
		for (int at = lower.indexOf("%"); at >= 0 && at + 2 < lower.length(); at = lower.indexOf("%", at + 1)) {
			lower.setCharAt(at + 1, Character.toLowerCase(lower.charAt(at + 1)));
			lower.setCharAt(at + 2, Character.toLowerCase(lower.charAt(at + 2)));
		}
		return lower.toString();
	}

	private static void addQuoted(Set<String> spellings, String value) {
		spellings.add(value.replace("'", "'\\''"));
		spellings.add(value.replace("'", "'\"'\"'"));
		spellings.add(value.replace("\\", "\\\\").replace("'", "\\'"));
		spellings.add(value.replaceAll("([\\\\\"$`!])", "\\\\$1"));
		spellings.add(value.replaceAll("([\\\\\"$`])", "\\\\$1"));
		spellings.add(value.replaceAll("([^A-Za-z0-9_@%+=:,./\\-\\u0080-\\uffff])", "\\\\$1"));
		spellings.add(value.replaceAll("([^A-Za-z0-9_./\\-\\u0080-\\uffff])", "\\\\$1"));
		spellings.add(value.replace("'", "''"));
		spellings.add(value.replace("\"", "\"\""));
		String html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
		spellings.add(html);
		spellings.add(html.replace("\"", "&quot;").replace("'", "&#39;"));
		spellings.add(html.replace("\"", "&#34;").replace("'", "&#x27;"));
	}

	private static void addJson(Set<String> spellings, String value) {
		for (String unicode : List.of("\\u%04x", "\\u%04X")) {
			for (boolean ascii : List.of(false, true)) {
				String escaped = json(value, ascii, unicode);
				spellings.add(escaped);
				spellings.add(escaped.replace("/", "\\/"));
				spellings.add(escaped.replace("\\", "\\\\").replace("\"", "\\\""));
				spellings.add(escaped.replace("<", unicode.formatted((int) '<'))
					.replace(">", unicode.formatted((int) '>'))
					.replace("&", unicode.formatted((int) '&')));
			}
		}
	}

	private static String json(String value, boolean ascii, String unicode) {
		StringBuilder escaped = new StringBuilder();
		value.chars().forEach((c) -> escaped.append(jsonCharacter((char) c, ascii, unicode)));
		return escaped.toString();
	}

	private static String jsonCharacter(char c, boolean ascii, String unicode) {
		return switch (c) {
			case '"' -> "\\\"";
			case '\\' -> "\\\\";
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			case '\b' -> "\\b";
			case '\f' -> "\\f";
			default -> (c < ' ' || (ascii && c > '~')) ? unicode.formatted((int) c) : String.valueOf(c);
		};
	}

}
