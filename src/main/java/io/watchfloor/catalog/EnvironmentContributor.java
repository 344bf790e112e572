package io.watchfloor.catalog;

import java.util.List;

/** Adds environments that no file describes, such as the sandbox's. A bean. */
public interface EnvironmentContributor {

	/**
	 * The environments of a system as they stand now; empty when there are none. Asked
	 * whenever the catalog is, so it answers from memory. An environment of the same name
	 * in the system's file wins.
	 */
	List<Environment> environments(SystemId system);

}
