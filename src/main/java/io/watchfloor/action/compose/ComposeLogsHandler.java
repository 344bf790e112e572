package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

@Component
class ComposeLogsHandler extends SessionRead<ComposeLogs, Engine> {

	ComposeLogsHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<ComposeLogs> type() {
		return new ActionType<>("compose.logs", ComposeLogs.class, "compose");
	}

	@Override
	protected Reading read(ComposeLogs action, Engine engine, Instant at) {
		ComposeProject project = ComposeProject.of(engine.target());
		project.demand(ComposeScope.of(action.scope()));
		ComposeState state = ComposeState.of(engine, project.name(), action.services());
		if (state.containers().isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND, "The project " + project.name() + " has no such container at "
					+ engine.address() + ", so there is no log.");
		}
		StringBuilder text = new StringBuilder();
		boolean cut = false;
		int width = state.containers().stream().mapToInt((one) -> one.name().length()).max().orElse(0);
		for (ContainerState one : state.containers()) {
			HttpAnswer answer = engine.bytes(LogReading.path(one.id(), action.options(), at),
					LogReading.MOST_BYTES / state.containers().size());
			cut |= answer.cut();
			String before = action.prefix() ? one.name() + " ".repeat(width - one.name().length()) + "  | " : "";
			LogText.of(answer.body()).lines().forEach((line) -> text.append(before).append(line).append('\n'));
		}
		return LogsHandler.reading(text.toString(), cut, action.options(),
				action.commandLine() + " of " + project.name() + " at " + engine.address(), at);
	}

}
