package io.watchfloor.catalog;

import java.util.Optional;

/**
 * Tries out targets of one kind and changes nothing; a bean of the connector. What does
 * not work is told by a {@link io.watchfloor.kernel.Problem}.
 */
public interface ConnectionProbe {

	/** Which kind of target. */
	String kind();

	/**
	 * Where a target listens.
	 * @return empty where the way there is not one of TCP: a socket's file, this machine
	 */
	Optional<Endpoint> endpoint(Target target);

	/**
	 * Signs in as every action does.
	 * @return as whom, and to what, in a few words
	 */
	String signIn(Target target);

	/**
	 * Looks at what the target allows.
	 * @return what it allows, in a few words; empty where that cannot be asked
	 */
	Optional<String> permission(Target target);

}
