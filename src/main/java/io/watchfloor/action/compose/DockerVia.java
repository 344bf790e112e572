package io.watchfloor.action.compose;

import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.action.host.Via;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A container as a host: the engine starts the program in it, no shell is between. */
@Component
class DockerVia implements Via {

	private final Engines engines;

	DockerVia(Engines engines) {
		this.engines = engines;
	}

	@Override
	public String name() {
		return "docker";
	}

	@Override
	public HostAnswer run(Target target, HostCommand command) {
		if (command.input() != null) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "Nothing is written into files of the container of "
					+ target.id() + ": they are gone with it. Change what it is made from.");
		}
		Engine engine = this.engines.reading(target);
		ObjectNode request = Engine.JSON.createObjectNode().put("AttachStdout", true).put("AttachStderr", true);
		command.words().forEach(request.withArray("/Cmd")::add);
		request.withArray("/Env").add("LC_ALL=C.UTF-8").add("GIT_OPTIONAL_LOCKS=0");
		@Nullable String folder = command.folder();
		if (folder != null) {
			request.put("WorkingDir", folder);
		}
		String path = "/containers/" + Engine.part(target.setting("container")) + "/exec";
		String id = engine.post(path, request, command.within()).path("Id").asString("");
		ObjectNode start = Engine.JSON.createObjectNode().put("Detach", false).put("Tty", false);
		HttpAnswer said = engine.postBytes("/exec/" + Engine.part(id) + "/start", start, command.within());
		JsonNode ended = engine.get("/exec/" + Engine.part(id) + "/json");
		return new HostAnswer(ended.path("ExitCode").asInt(-1), LogText.of(said.body(), 1), LogText.of(said.body(), 2),
				said.cut());
	}

}
