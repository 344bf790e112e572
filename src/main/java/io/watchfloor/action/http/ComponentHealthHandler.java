package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * As well as the worst of its components. A component whose word nobody knows, and an
 * answer without components, is unknown.
 */
@Component
class ComponentHealthHandler extends SessionRead<ComponentHealth, HttpSession> {

	private static final List<String> LISTS = List.of("components", "checks", "services", "dependencies", "details");

	ComponentHealthHandler(HttpServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<ComponentHealth> type() {
		return new ActionType<>("http.component-health", ComponentHealth.class, HttpTargets.KIND);
	}

	@Override
	protected Reading read(ComponentHealth action, HttpSession session, Instant at) {
		Answer answer = session.get(action.path());
		Optional<JsonNode> root = answer.cut() ? Optional.empty()
				: JsonField.parse(answer.text()).filter(JsonNode::isObject);
		List<List<String>> rows = root.map(ComponentHealthHandler::rows).orElse(List.of());
		List<String> ill = rows.stream()
			.filter((row) -> HealthWords.ill(row.get(1)))
			.map((row) -> row.get(0) + " is " + row.get(1))
			.toList();
		Optional<List<String>> strange = rows.stream()
			.filter((row) -> !HealthWords.ill(row.get(1)) && !HealthWords.well(row.get(1)))
			.findFirst();
		if (ill.isEmpty() && (rows.isEmpty() || strange.isPresent())) {
			return new Reading(false,
					rows.isEmpty() ? "The answer (status " + answer.status() + ") names no component"
							: "It is not known what '" + strange.orElseThrow().get(1) + "' of "
									+ strange.orElseThrow().get(0) + " means",
					null, null, null, answer.text(), answer.source(), at);
		}
		boolean well = ill.isEmpty() && answer.status() < 400;
		String summary = (ill.isEmpty() ? "all of " + rows.size() + " are well" : String.join(", ", ill)) + " (status "
				+ answer.status() + ", " + answer.millis() + " ms)";
		return new Reading(true, summary, (double) ill.size(), "unwell",
				new Reading.Table(List.of("component", "status"), rows), answer.text(), answer.source(), at)
			.judged(well ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED);
	}

	private static List<List<String>> rows(JsonNode root) {
		List<List<String>> rows = new ArrayList<>();
		LISTS.stream()
			.map(root::path)
			.filter((node) -> node.isObject() && !node.isEmpty())
			.findFirst()
			.ifPresent((components) -> components.properties()
				.forEach((each) -> rows.add(List.of(each.getKey(), HealthWords.of(each.getValue())))));
		return rows;
	}

}
