package io.watchfloor.security;

import java.util.List;

/**
 * Where a role can be made to count only; a bean of whoever knows the systems.
 */
public interface Places {

	/** The systems' ids. */
	List<String> systems();

	/** The names of environments, each once. */
	List<String> environments();

}
