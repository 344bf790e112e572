package io.watchfloor.action.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A series with its last value.
 *
 * @param labels as PromQL writes them
 * @param text the value as Prometheus writes it: {@code NaN} and {@code +Inf} are some
 */
record Sample(String labels, String text) {

	static List<Sample> of(JsonNode data) {
		JsonNode result = data.path("result");
		String kind = data.path("resultType").asString("");
		if (kind.equals("scalar") || kind.equals("string")) {
			return List.of(new Sample("", result.path(1).asString("")));
		}
		List<Sample> samples = new ArrayList<>();
		for (JsonNode series : result) {
			JsonNode last = series.has("value") ? series.path("value")
					: series.path("values").path(series.path("values").size() - 1);
			samples.add(new Sample(labels(series.path("metric")), last.path(1).asString("")));
		}
		return samples;
	}

	static String labels(JsonNode metric) {
		Map<String, String> labels = new TreeMap<>();
		metric.properties().forEach((label) -> labels.put(label.getKey(), label.getValue().asString("")));
		String name = labels.getOrDefault("__name__", "");
		labels.remove("__name__");
		return name + labels.entrySet()
			.stream()
			.map((label) -> label.getKey() + "=\"" + label.getValue() + "\"")
			.collect(Collectors.joining(", ", "{", "}"));
	}

	boolean figure() {
		return this.text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
	}

	double value() {
		return Double.parseDouble(this.text);
	}

	String line() {
		return this.labels + " => " + this.text;
	}

}
