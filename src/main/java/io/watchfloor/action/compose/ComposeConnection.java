package io.watchfloor.action.compose;

import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Says hello to the engine of a Compose project, and looks for its containers. */
@Component
class ComposeConnection implements ConnectionProbe {

	private final Engines engines;

	ComposeConnection(Engines engines) {
		this.engines = engines;
	}

	@Override
	public String kind() {
		return "compose";
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
			int containers = ComposeState.of(engine, target.setting("project"), List.of()).containers().size();
			return Optional.of("may list containers: " + containers + " of the project");
		}
	}

}
