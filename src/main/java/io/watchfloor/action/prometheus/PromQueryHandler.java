package io.watchfloor.action.prometheus;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** One series gives a value; no series, NaN and infinity are no data (law 4). */
@Component
class PromQueryHandler extends SessionRead<PromQuery, PrometheusSession> {

	PromQueryHandler(PrometheusServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<PromQuery> type() {
		return new ActionType<>("prometheus.query", PromQuery.class, PrometheusTargets.KIND);
	}

	@Override
	protected Reading read(PromQuery action, PrometheusSession session, Instant at) {
		List<Sample> samples = Sample.of(session.ask("/api/v1/query", Map.of("query", action.expression())));
		String source = session.source(action.expression());
		if (samples.isEmpty()) {
			return Reading.unknown("No series answers the query. Look whether the metric's name and labels are right",
					source, at);
		}
		Reading.Table table = new Reading.Table(List.of("series", "value"),
				samples.stream().map((sample) -> List.of(sample.labels(), sample.text())).toList());
		String text = samples.stream().map(Sample::line).reduce((a, b) -> a + "\n" + b).orElse("");
		if (samples.size() > 1) {
			return new Reading(samples.stream().allMatch(Sample::figure),
					samples.size() + " series"
							+ (samples.stream().allMatch(Sample::figure) ? "" : ", some without a figure"),
					null, null, table, text, source, at);
		}
		Sample only = samples.getFirst();
		return only.figure() ? new Reading(true, only.text(), only.value(), null, table, text, source, at)
				: new Reading(false, "The value is " + only.text() + ", which is no figure", null, null, table, text,
						source, at);
	}

}
