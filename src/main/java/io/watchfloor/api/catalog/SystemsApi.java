package io.watchfloor.api.catalog;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Systems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalog, as far as a program needs it to start a run. */
@RestController
@RequestMapping("/api/v1/systems")
class SystemsApi {

	private final Systems systems;

	SystemsApi(Systems systems) {
		this.systems = systems;
	}

	@GetMapping
	@Operation(summary = "All systems, by name")
	List<SystemDocument> all() {
		return this.systems.all().stream().map(SystemDocument::of).toList();
	}

	@GetMapping("/{system}")
	@Operation(summary = "One system")
	SystemDocument one(@PathVariable String system) {
		return SystemDocument.of(this.systems.find(system));
	}

	/**
	 * A system.
	 *
	 * @param id its folder's name
	 * @param name as people say it
	 * @param owner the team
	 * @param environments where it runs
	 */
	record SystemDocument(String id, String name, String summary, String owner,
			List<EnvironmentDocument> environments) {

		static SystemDocument of(OperatedSystem system) {
			return new SystemDocument(system.id().value(), system.name(), system.summary(), system.owner(),
					system.environments().stream().map(EnvironmentDocument::of).toList());
		}

	}

	/**
	 * An environment.
	 *
	 * @param targets by name; addresses and secrets are not told
	 */
	record EnvironmentDocument(String name, boolean production, List<TargetDocument> targets) {

		static EnvironmentDocument of(Environment environment) {
			return new EnvironmentDocument(environment.name(), environment.production(),
					environment.targets()
						.stream()
						.map((target) -> new TargetDocument(target.id().name(), target.kind()))
						.toList());
		}

	}

	/** A target. */
	record TargetDocument(String name, String kind) {
	}

}
