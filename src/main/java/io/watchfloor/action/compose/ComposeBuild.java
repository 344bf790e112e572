package io.watchfloor.action.compose;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Builds the images of services from their Dockerfiles, where the project lies. No
 * container changes by it.
 *
 * @param scope what the line says before the verb, canonically
 * @param services only of these; empty for all that are built
 * @param noCache whether every step is carried out anew
 * @param pull whether newer images to build upon are fetched first
 */
public record ComposeBuild(String scope, List<String> services, boolean noCache, boolean pull) implements Action {

	public ComposeBuild {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		DockerNames.demand(services);
	}

	/** The flags behind the verb. */
	List<String> options() {
		return Stream.of(this.noCache ? "--no-cache" : "", this.pull ? "--pull" : "")
			.filter((option) -> !option.isEmpty())
			.toList();
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Build the images of " + (this.services.isEmpty() ? "all services" : String.join(", ", this.services));
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, "build", options(), this.services);
	}

}
