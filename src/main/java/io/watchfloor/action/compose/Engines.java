package io.watchfloor.action.compose;

import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Docker engines by the settings of a target. */
@Component
class Engines implements Sessions<Engine> {

	private final EngineWire wire;

	Engines(EngineWire wire) {
		this.wire = wire;
	}

	@Override
	public Engine reading(Target target) {
		return new Engine(this.wire, target);
	}

	/** Says hello first, so that what fails afterwards may have happened. */
	@Override
	public Engine changing(Target target) {
		Engine engine = reading(target);
		engine.bytes("/_ping", 64);
		return engine;
	}

}
