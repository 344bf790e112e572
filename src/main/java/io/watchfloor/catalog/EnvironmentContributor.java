package io.watchfloor.catalog;

import java.util.List;

/** Adds environments that no file describes, such as the sandbox's. A bean. */
public interface EnvironmentContributor {

	/** The environments of a system; empty when there are none. */
	List<Environment> environments(SystemId system);

}
