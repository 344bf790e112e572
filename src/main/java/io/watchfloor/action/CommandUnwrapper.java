package io.watchfloor.action;

import java.util.Optional;
import java.util.Set;

import io.watchfloor.command.SimpleCommand;

/**
 * A connector's bean that finds a command inside a command: {@code docker exec}, {@code
 * kubectl exec}, {@code ssh}. The inner command is read as any other, bound to the place.
 */
public interface CommandUnwrapper {

	/** The tools that can carry another command. */
	Set<String> tools();

	/**
	 * Takes the carrier off.
	 * @return empty when this command carries none
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD} when it
	 * carries one, but not all of its words are known
	 */
	Optional<Unwrapped> unwrap(SimpleCommand command);

	/**
	 * A command and where it would run.
	 *
	 * @param inner the command
	 * @param place the container, pod or host, as the line names it
	 * @param fed whether it gets what is fed into the carrier
	 */
	record Unwrapped(SimpleCommand inner, String place, boolean fed) {
	}

}
