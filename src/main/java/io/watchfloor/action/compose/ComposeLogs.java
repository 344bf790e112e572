package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * The last lines that a project's containers wrote.
 *
 * @param scope what the line says before the verb, canonically
 * @param services only these; empty for all
 * @param options what part of them
 * @param prefix whether each line begins with the container's name
 */
public record ComposeLogs(String scope, List<String> services, LogOptions options, boolean prefix) implements Action {

	public ComposeLogs {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		DockerNames.demand(services);
		options.demand();
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Logs of " + (this.services.isEmpty() ? "all services" : String.join(", ", this.services))
				+ (this.options.follow() ? ", one look" : "");
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, "logs" + this.options.commandLine(),
				this.prefix ? List.of() : List.of("--no-log-prefix"), this.services);
	}

}
