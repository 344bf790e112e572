package io.watchfloor.action;

import java.util.Optional;

/**
 * What a rule found in one place.
 *
 * @param rule which rule
 * @param message what it found here
 * @param saferCommand a line that does the same more safely, where there is one
 */
public record Finding(Rule rule, String message, Optional<String> saferCommand) {

	/** Without a safer line. */
	public Finding(Rule rule, String message) {
		this(rule, message, Optional.empty());
	}

}
