package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Fetches the images that the files name. No container changes by it.
 *
 * @param scope what the line says before the verb, canonically
 * @param services only of these; empty for all
 */
public record ComposePull(String scope, List<String> services) implements Action {

	public ComposePull {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		DockerNames.demand(services);
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Pull the images of " + (this.services.isEmpty() ? "all services" : String.join(", ", this.services));
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, "pull", List.of(), this.services);
	}

}
