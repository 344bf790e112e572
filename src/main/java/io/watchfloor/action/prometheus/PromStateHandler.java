package io.watchfloor.action.prometheus;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A target that is not up, a rule that is not well and a firing alert are not as
 * expected.
 */
@Component
class PromStateHandler extends SessionRead<PromState, PrometheusSession> {

	PromStateHandler(PrometheusServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<PromState> type() {
		return new ActionType<>("prometheus.state", PromState.class, PrometheusTargets.KIND);
	}

	@Override
	protected Reading read(PromState action, PrometheusSession session, Instant at) {
		JsonNode data = session.ask(action.what().path(), Map.of());
		String source = session.source("GET " + action.what().path());
		return switch (action.what()) {
			case ALERTS -> alerts(data, source, at);
			case TARGETS -> targets(data, source, at);
			case RULES -> rules(data, source, at);
		};
	}

	private static Reading alerts(JsonNode data, String source, Instant at) {
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode alert : data.path("alerts")) {
			rows.add(List.of(alert.path("labels").path("alertname").asString(""), alert.path("state").asString(""),
					alert.path("activeAt").asString(""), Sample.labels(alert.path("labels"))));
		}
		long firing = rows.stream().filter((row) -> row.get(1).equals("firing")).count();
		return new Reading(true, firing + " firing, " + (rows.size() - firing) + " pending", (double) firing, "alerts",
				new Reading.Table(List.of("alert", "state", "since", "labels"), rows), data.toString(), source, at)
			.judged((firing == 0) ? Judgement.NOT_JUDGED : Judgement.NOT_AS_EXPECTED);
	}

	private static Reading targets(JsonNode data, String source, Instant at) {
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode target : data.path("activeTargets")) {
			rows.add(List.of(target.path("labels").path("job").asString(""),
					target.path("labels").path("instance").asString(""), target.path("health").asString(""),
					target.path("lastError").asString("")));
		}
		if (rows.isEmpty()) {
			return Reading.unknown("Prometheus scrapes nothing", source, at);
		}
		long up = rows.stream().filter((row) -> row.get(2).equals("up")).count();
		return new Reading(true, up + " of " + rows.size() + " targets are up", (double) (rows.size() - up), "down",
				new Reading.Table(List.of("job", "instance", "health", "last error"), rows), data.toString(), source,
				at)
			.judged((up == rows.size()) ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED);
	}

	private static Reading rules(JsonNode data, String source, Instant at) {
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode group : data.path("groups")) {
			for (JsonNode rule : group.path("rules")) {
				rows.add(List.of(group.path("name").asString(""), rule.path("name").asString(""),
						rule.path("health").asString(""), rule.path("query").asString("")));
			}
		}
		long ill = rows.stream().filter((row) -> row.get(2).equals("err")).count();
		return new Reading(true, rows.size() + " rules, " + ill + " with an error", (double) ill, "errors",
				new Reading.Table(List.of("group", "rule", "health", "expression"), rows), data.toString(), source, at)
			.judged((ill == 0) ? Judgement.NOT_JUDGED : Judgement.NOT_AS_EXPECTED);
	}

}
