package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.SessionRead;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Compares what runs with what the files name: a service without a container is missing,
 * not absent from the list. The value is how many containers are well.
 */
@Component
class ComposePsHandler extends SessionRead<ComposePs, Engine> {

	private static final List<String> COLUMNS = List.of("NAME", "IMAGE", "SERVICE", "STATUS", "HEALTH", "RESTARTS",
			"STARTED");

	private final ComposeTool tool;

	ComposePsHandler(Engines engines, ComposeTool tool, Clock clock) {
		super(engines, clock);
		this.tool = tool;
	}

	@Override
	public ActionType<ComposePs> type() {
		return new ActionType<>("compose.ps", ComposePs.class, "compose");
	}

	@Override
	protected Reading read(ComposePs action, Engine engine, Instant at) {
		ComposeProject project = ComposeProject.of(engine.target());
		ComposeScope scope = ComposeScope.of(action.scope());
		project.demand(scope);
		ComposeState state = ComposeState.of(engine, project.name(), action.services());
		Optional<List<String>> expected = expected(action, project, scope);
		List<String> missing = expected.orElse(List.of()).stream().filter((name) -> state.of(name).isEmpty()).toList();
		long well = state.containers().stream().filter(ContainerState::well).count();
		List<String> ill = state.containers()
			.stream()
			.filter((one) -> !one.well())
			.map((one) -> one.name() + " is " + one.words())
			.toList();
		String summary = well + " of " + state.containers().size() + " containers are well"
				+ (ill.isEmpty() ? "" : "; " + String.join(", ", ill))
				+ (missing.isEmpty() ? "" : "; without a container: " + String.join(", ", missing));
		Judgement judgement = expected.isEmpty() ? Judgement.NOT_JUDGED
				: (missing.isEmpty() && ill.isEmpty()) ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED;
		List<ContainerState> shown = state.containers()
			.stream()
			.filter((one) -> one.running() || action.options().contains("--all") || ill(one))
			.toList();
		Reading.Table table = new Reading.Table(COLUMNS, shown.stream().map(ComposePsHandler::row).toList());
		return new Reading(true, summary, (double) well, "containers", table, text(action, shown, table),
				action.commandLine() + " of " + project.name() + " at " + engine.address(), at, judgement);
	}

	private static boolean ill(ContainerState state) {
		return !state.status().equals("exited");
	}

	/** What the files name; empty when the tool cannot say it. */
	private Optional<List<String>> expected(ComposePs action, ComposeProject project, ComposeScope scope) {
		if (!action.services().isEmpty()) {
			return Optional.of(action.services());
		}
		try {
			return Optional.of(this.tool.read(project, scope, "config", "--services").lines().toList());
		}
		catch (Problem unknown) {
			return Optional.empty();
		}
	}

	private static List<String> row(ContainerState state) {
		return List.of(state.name(), state.image(), state.service(), state.status(), state.health(),
				Integer.toString(state.restarts()), state.startedAt());
	}

	private static String text(ComposePs action, List<ContainerState> shown, Reading.Table table) {
		if (action.options().contains("--quiet")) {
			return lines(shown.stream().map(ContainerState::id).toList());
		}
		if (action.options().contains("--services")) {
			return lines(shown.stream().map(ContainerState::service).distinct().toList());
		}
		return action.options().contains("--format json") ? lines(shown.stream().map(ComposePsHandler::json).toList())
				: TextTable.text(table);
	}

	private static String json(ContainerState state) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("ID", state.id());
		row.put("Name", state.name());
		row.put("Image", state.image());
		row.put("Project", state.project());
		row.put("Service", state.service());
		row.put("State", state.status());
		row.put("Health", state.health());
		return Engine.JSON.writeValueAsString(row);
	}

	private static String lines(List<String> lines) {
		return lines.stream().map((line) -> line + "\n").reduce("", String::concat);
	}

}
