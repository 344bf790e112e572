package io.watchfloor.catalog;

import java.util.List;
import java.util.Optional;

/** All systems as they stand now: the last good reading of every file. */
public interface Catalog {

	/** The systems, by name. */
	List<OperatedSystem> systems();

	/**
	 * What is wrong with the files, by place; of a file with an error the last good
	 * reading stays in force.
	 */
	List<CatalogError> errors();

	/** Finds a system. */
	default Optional<OperatedSystem> system(SystemId id) {
		return systems().stream().filter((system) -> system.id().equals(id)).findFirst();
	}

	/** Finds a target. */
	default Optional<Target> target(TargetId id) {
		return system(id.system()).flatMap((system) -> system.environment(id.environment()))
			.flatMap((environment) -> environment.target(id.name()));
	}

}
