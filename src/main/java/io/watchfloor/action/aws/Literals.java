package io.watchfloor.action.aws;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Old spelling in JMESPath: <code>`text`</code> without quotes is text for the
 * {@code aws} command, though the language wants <code>`"text"`</code>.
 */
final class Literals {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Literals() {
	}

	/** The query with every literal as JSON. */
	static String quoted(String query) {
		StringBuilder out = new StringBuilder();
		int at = 0;
		while (at < query.length()) {
			char sign = query.charAt(at);
			int end = (sign == '`' || sign == '\'' || sign == '"') ? close(query, at, sign) : -1;
			if (end < 0) {
				out.append(sign);
				at++;
				continue;
			}
			String inner = query.substring(at + 1, end);
			out.append(sign).append((sign == '`') ? literal(inner) : inner).append(sign);
			at = end + 1;
		}
		return out.toString();
	}

	private static int close(String query, int open, char sign) {
		for (int i = open + 1; i < query.length(); i++) {
			if (query.charAt(i) == '\\') {
				i++;
			}
			else if (query.charAt(i) == sign) {
				return i;
			}
		}
		return -1;
	}

	private static String literal(String inner) {
		String plain = inner.replace("\\`", "`");
		try {
			JSON.readTree(plain);
			return inner;
		}
		catch (JacksonException notJson) {
			return "\"" + plain.stripLeading().replace("`", "\\`") + "\"";
		}
	}

}
