package io.watchfloor.action.compose;

import java.util.List;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Which services of a project run, and how well.
 *
 * @param scope what the line says before the verb, canonically
 * @param services only these; empty for all
 * @param options of {@code --all}, {@code --quiet}, {@code --services},
 * {@code --format json}
 */
public record ComposePs(String scope, List<String> services, List<String> options) implements Action {

	static final Set<String> OPTIONS = Set.of("--all", "--quiet", "--services", "--format json");

	public ComposePs {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		DockerNames.demand(services);
		options = options.stream().sorted().distinct().toList();
		if (!OPTIONS.containsAll(options) || options.stream().filter((option) -> !option.equals("--all")).count() > 1) {
			throw new IllegalArgumentException("docker compose ps does not take " + options);
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return this.services.isEmpty() ? "State of the services" : "State of " + String.join(", ", this.services);
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, "ps", this.options, this.services);
	}

}
