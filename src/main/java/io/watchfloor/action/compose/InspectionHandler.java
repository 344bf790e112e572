package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

@Component
class InspectionHandler extends SessionRead<Inspection, Engine> {

	InspectionHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<Inspection> type() {
		return new ActionType<>("docker.inspect", Inspection.class, "docker");
	}

	@Override
	protected Reading read(Inspection action, Engine engine, Instant at) {
		ArrayNode found = Engine.JSON.createArrayNode();
		action.names().forEach((name) -> found.add(MaskedVariables.in(find(action.kind(), name, engine))));
		String source = action.commandLine() + " at " + engine.address();
		if (action.format().isEmpty()) {
			return new Reading(true, summary(found), null, null, null,
					Engine.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found) + "\n", source, at);
		}
		GoFormat format = GoFormat.of(action.format());
		List<String> lines = new ArrayList<>();
		found.forEach((node) -> lines.add(format.document(node)));
		String text = String.join("\n", lines);
		String summary = (text.length() > 120) ? lines.size() + " answers" : text.replace('\n', ' ');
		return new Reading(true, summary, null, null, null, text + "\n", source, at);
	}

	private static String summary(ArrayNode found) {
		JsonNode state = found.path(0).path("State");
		if (found.size() != 1 || !state.has("Status")) {
			return found.size() + " found";
		}
		String health = state.path("Health").path("Status").asString("");
		return state.path("Status").asString() + (health.isEmpty() ? "" : ", " + health) + ", restarted "
				+ found.path(0).path("RestartCount").asInt(0) + " times";
	}

	private static JsonNode find(Inspection.Kind kind, String name, Engine engine) {
		return kind.paths()
			.stream()
			.map((path) -> engine.find(path.formatted(Engine.part(name))))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					"The Docker engine at " + engine.address() + " has nothing named '" + name + "'."));
	}

}
