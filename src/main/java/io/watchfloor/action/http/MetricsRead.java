package io.watchfloor.action.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Reads series of a page of metrics: gauges as they are, counters as a rate of two looks.
 *
 * @param path of the page, from the service's root
 * @param search what a series' line holds, as {@code grep} searches; empty for any
 * @param name of the series, exactly; empty for any
 * @param labels that the series has, exactly these values
 * @param seconds between the two looks at counters; 0 for one look, which gives no rate
 */
public record MetricsRead(String path, String search, String name, Map<String, String> labels,
		int seconds) implements Action {

	static final int BETWEEN = 5;

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]{0,200}");

	private static final int LONGEST = 60;

	public MetricsRead {
		RequestPath.demandRead(path);
		labels = Map.copyOf(labels);
		if (search.isEmpty() == name.isEmpty()) {
			throw new IllegalArgumentException("either a name of a series or a word of its line is searched");
		}
		if (!NAME.matcher(search + name).matches()) {
			throw new IllegalArgumentException("'" + search + name + "' is no name of a series");
		}
		labels.forEach((label, value) -> {
			if (!NAME.matcher(label).matches() || value.chars().anyMatch(Character::isISOControl)) {
				throw new IllegalArgumentException("'" + label + "' is no label");
			}
		});
		if (seconds < 0 || seconds > LONGEST) {
			throw new IllegalArgumentException("between two looks are at most " + LONGEST + " seconds");
		}
	}

	/** Whether a series is meant. */
	boolean means(MetricLine line) {
		return line.written().contains(this.search) && (this.name.isEmpty() || this.name.equals(line.name()))
				&& line.labels().entrySet().containsAll(this.labels.entrySet());
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Metrics " + (this.search.isEmpty() ? this.name + written() : "with " + this.search) + " of "
				+ this.path;
	}

	private String written() {
		return this.labels.isEmpty() ? ""
				: new TreeMap<>(this.labels).entrySet()
					.stream()
					.map((each) -> each.getKey() + "=\"" + each.getValue() + "\"")
					.collect(Collectors.joining(",", "{", "}"));
	}

	@Override
	public String commandLine() {
		return "curl -sS " + Shell.quote(this.path) + " | grep "
				+ (this.search.isEmpty() ? Shell.quote("^" + this.name + written()) : Shell.quote(this.search));
	}

}
