package io.watchfloor.action.compose;

import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;

/** Says hello to the Docker engine of a target, and looks at its containers. */
abstract class EngineConnection implements ConnectionProbe {

	private final Engines engines;

	EngineConnection(Engines engines) {
		this.engines = engines;
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		String engine = EngineWire.engine(target);
		return EngineWire.overSsh(target) || !engine.startsWith("tcp://") ? Optional.empty()
				: Endpoint.of(engine.replaceFirst("tcp", "http"));
	}

	@Override
	public String signIn(Target target) {
		try (Engine engine = this.engines.reading(target)) {
			return "Docker " + engine.get("/version").path("Version").asString("?") + " at " + engine.address();
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		try (Engine engine = this.engines.reading(target)) {
			return Optional.of("may list containers" + listed(engine, target));
		}
	}

	/** Lists containers; what there is to say of them. */
	abstract String listed(Engine engine, Target target);

}
