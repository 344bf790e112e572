package io.watchfloor.action.prometheus;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A row per series: its first, least, greatest and last value. */
@Component
class PromRangeHandler extends SessionRead<PromRange, PrometheusSession> {

	PromRangeHandler(PrometheusServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<PromRange> type() {
		return new ActionType<>("prometheus.query-range", PromRange.class, PrometheusTargets.KIND);
	}

	@Override
	protected Reading read(PromRange action, PrometheusSession session, Instant at) {
		JsonNode data = session.ask("/api/v1/query_range", Map.of("query", action.expression(), "start", action.start(),
				"end", action.end(), "step", action.step()));
		String source = session.source(action.expression() + " from " + action.start() + " to " + action.end());
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode series : data.path("result")) {
			rows.add(row(series));
		}
		if (rows.isEmpty()) {
			return Reading.unknown("No series answers the query in this time", source, at);
		}
		return new Reading(true, rows.size() + " series", null, null,
				new Reading.Table(List.of("series", "values", "first", "least", "greatest", "last"), rows), null,
				source, at);
	}

	private static List<String> row(JsonNode series) {
		JsonNode values = series.path("values");
		double least = Double.NaN;
		double greatest = Double.NaN;
		for (JsonNode value : values) {
			Sample sample = new Sample("", value.path(1).asString(""));
			if (sample.figure()) {
				least = (sample.value() < least || Double.isNaN(least)) ? sample.value() : least;
				greatest = (sample.value() > greatest || Double.isNaN(greatest)) ? sample.value() : greatest;
			}
		}
		return List.of(Sample.labels(series.path("metric")), Integer.toString(values.size()),
				values.path(0).path(1).asString(""), Double.toString(least), Double.toString(greatest),
				values.path(values.size() - 1).path(1).asString(""));
	}

}
