package io.watchfloor.action.http;

import java.util.Map;

/**
 * One series of a page of metrics.
 *
 * @param name of it
 * @param labels of it
 * @param value as it is written: {@code NaN} and {@code +Inf} are some
 * @param counter whether the page says that it only grows
 * @param written the whole line
 */
record MetricLine(String name, Map<String, String> labels, String value, boolean counter, String written) {

	/** By which it is found again on another page. */
	String identity() {
		return this.name + new java.util.TreeMap<>(this.labels);
	}

	/** Whether the value is a number that can be compared. */
	boolean figure() {
		return !this.value.matches("(?i)nan|[+-]?inf(inity)?");
	}

	double number() {
		return Double.parseDouble(this.value);
	}

}
