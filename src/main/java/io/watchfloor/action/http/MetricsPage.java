package io.watchfloor.action.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of metrics in Prometheus' text format or in OpenMetrics. Read whole or not at
 * all: of a page that is broken somewhere, nobody knows what else is missing.
 *
 * @param lines every series, in order
 */
record MetricsPage(List<MetricLine> lines) {

	private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*+";

	private static final String NUMBER = "[+-]?(?:(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?|(?i:nan|inf(?:inity)?))";

	private static final Pattern SERIES = Pattern.compile(
			"(" + NAME + ")(?:\\{(.*)\\})?[ \\t]++(" + NUMBER + ")(?:[ \\t]++(-?[0-9]++(?:\\.[0-9]++)?))?[ \\t]*+");

	private static final Pattern LABEL = Pattern.compile(
			"\\G[ \\t]*+([a-zA-Z_][a-zA-Z0-9_]*+)[ \\t]*+=[ \\t]*+\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*+)\"[ \\t]*+(,|$)");

	private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME
			+ ") (counter|gauge|histogram|summary|untyped|unknown|info|stateset|gaugehistogram)[ \\t]*+");

	private static final Set<String> COUNTING = Set.of("counter", "histogram", "summary");

	private static final String END = "# EOF";

	/**
	 * Reads a page.
	 * @param openMetrics whether the service says that it is that
	 * @throws IllegalArgumentException which line is none, and why
	 */
	static MetricsPage read(String text, boolean openMetrics) {
		List<String> all = text.lines().toList();
		int end = all.indexOf(END);
		if (openMetrics && (end < 0 || end != all.size() - 1)) {
			throw new IllegalArgumentException(
					"the page does not end with " + END + ", so a part of it may be missing");
		}
		Map<String, String> types = new HashMap<>();
		Set<String> seen = new HashSet<>();
		List<MetricLine> lines = new ArrayList<>();
		for (int at = 0; at < all.size(); at++) {
			String line = all.get(at);
			Matcher type = TYPE.matcher(line);
			if (type.matches()) {
				types.put(type.group(1), type.group(2));
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				MetricLine series = series(line, at + 1, types);
				if (!seen.add(series.identity())) {
					throw wrong(at + 1, "stands there twice");
				}
				lines.add(series);
			}
			else if (line.startsWith("# TYPE")) {
				throw wrong(at + 1, "names no type that is known");
			}
		}
		return new MetricsPage(lines);
	}

	private static MetricLine series(String line, int number, Map<String, String> types) {
		int exemplar = line.indexOf(" # {");
		Matcher series = SERIES.matcher((exemplar < 0) ? line : line.substring(0, exemplar));
		if (!series.matches()) {
			throw wrong(number, "is no series with a value");
		}
		String name = series.group(1);
		return new MetricLine(name, labels(series.group(2), number), series.group(3), counts(name, types), line);
	}

	private static Map<String, String> labels(@org.jspecify.annotations.Nullable String text, int number) {
		Map<String, String> labels = new LinkedHashMap<>();
		if (text == null || text.isBlank()) {
			return labels;
		}
		Matcher label = LABEL.matcher(text);
		int end = 0;
		boolean more = true;
		while (more && label.find()) {
			String value = label.group(2).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
			if (labels.put(label.group(1), value) != null) {
				throw wrong(number, "has the label " + label.group(1) + " twice");
			}
			end = label.end();
			more = end < text.length();
		}
		if (end != text.length()) {
			throw wrong(number, "has labels that are not understood");
		}
		return labels;
	}

	/** Parts of histograms and summaries count too; their quantiles do not. */
	private static boolean counts(String name, Map<String, String> types) {
		String own = types.getOrDefault(name, "");
		if (!own.isEmpty()) {
			return own.equals("counter");
		}
		for (String suffix : List.of("_total", "_count", "_sum", "_bucket")) {
			if (name.endsWith(suffix)) {
				String family = types.getOrDefault(name.substring(0, name.length() - suffix.length()), "");
				return COUNTING.contains(family.toLowerCase(Locale.ROOT));
			}
		}
		return false;
	}

	private static IllegalArgumentException wrong(int line, String why) {
		return new IllegalArgumentException("line " + line + " of the page " + why);
	}

}
