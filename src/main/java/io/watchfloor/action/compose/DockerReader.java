package io.watchfloor.action.compose;

import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import org.springframework.stereotype.Component;

/** Reads {@code docker}, {@code docker compose} and {@code docker-compose}. */
@Component
class DockerReader extends StrictReader {

	@Override
	public Set<String> tools() {
		return Set.of("docker", "docker-compose");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of());
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("what stands behind the bar is not understood.");
		}
		boolean compose = pipeline.stages().getFirst().tool().filter("docker-compose"::equals).isPresent();
		if (!compose && arguments.peek().filter("compose"::equals).isPresent()) {
			arguments.next("compose");
			compose = true;
		}
		try {
			return compose ? compose(arguments) : new ActionCall(DockerVerbs.read(arguments), new TargetHint.Unnamed());
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private static ActionCall compose(Arguments arguments) {
		ComposeScope scope = ComposeScope.read(arguments);
		return new ActionCall(ComposeVerbs.read(scope.line(), arguments), scope.hint());
	}

}
