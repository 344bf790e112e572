package io.watchfloor.action.compose;

import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Tries out an engine. */
@Component
class DockerConnection extends EngineConnection {

	DockerConnection(Engines engines) {
		super(engines);
	}

	@Override
	public String kind() {
		return "docker";
	}

	@Override
	String listed(Engine engine, Target target) {
		engine.get("/containers/json?limit=1");
		return "";
	}

}
