package io.watchfloor.action.compose;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Brings services to what the files say, in the background; built anew only where the
 * line says so.
 *
 * @param scope what the line says before the verb, canonically
 * @param services only these and what they depend on; empty for all
 * @param scales how many containers a service is to have, where the line says so
 * @param options of a closed list
 */
public record ComposeUp(String scope, List<String> services, List<Scale> scales,
		List<String> options) implements Action {

	static final Set<String> OPTIONS = Set.of("--no-deps", "--force-recreate", "--no-recreate", "--remove-orphans",
			"--wait", "--no-build", "--build");

	/** How many containers a service is to have. */
	public record Scale(String service, int count) {

		String word() {
			return this.service + "=" + this.count;
		}

	}

	public ComposeUp {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		scales = List.copyOf(scales);
		options = options.stream().sorted().distinct().toList();
		DockerNames.demand(services);
		DockerNames.demand(scales.stream().map(Scale::service).toList());
		if (scales.stream().anyMatch((scale) -> scale.count() < 0 || scale.count() > 300)) {
			throw new IllegalArgumentException("a service has from 0 to 300 containers");
		}
		if (!OPTIONS.containsAll(options) || options.containsAll(List.of("--force-recreate", "--no-recreate"))
				|| options.containsAll(List.of("--build", "--no-build"))) {
			throw new IllegalArgumentException("docker compose up does not take " + options);
		}
	}

	/** The verb with its arguments. */
	List<String> words() {
		return Stream
			.of(Stream.of("up", "--detach"), this.options.stream(),
					this.scales.stream().flatMap((scale) -> Stream.of("--scale", scale.word())), this.services.stream())
			.flatMap((part) -> part)
			.toList();
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		String what = this.services.isEmpty() ? "all services" : String.join(", ", this.services);
		return this.scales.isEmpty() ? "Bring up " + what
				: "Scale " + String.join(", ", this.scales.stream().map(Scale::word).toList());
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, String.join(" ", words()), List.of(), List.of());
	}

}
