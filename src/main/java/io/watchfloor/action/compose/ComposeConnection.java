package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Tries out the engine of a Compose project. */
@Component
class ComposeConnection extends EngineConnection {

	ComposeConnection(Engines engines) {
		super(engines);
	}

	@Override
	public String kind() {
		return "compose";
	}

	@Override
	String listed(Engine engine, Target target) {
		return ": " + ComposeState.of(engine, target.setting("project"), List.of()).containers().size()
				+ " of the project";
	}

}
