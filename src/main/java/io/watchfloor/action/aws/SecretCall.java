package io.watchfloor.action.aws;

import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.command.Word;

/**
 * Knows a typed action for a call that carries a secret: a bean of a service's package.
 * The secret itself is never kept.
 */
public interface SecretCall {

	/**
	 * The typed action, when the rest of the call says nothing more than it does.
	 * @param call without its secret
	 * @param secret as the line has it
	 */
	Optional<Action> of(AwsChange call, Word secret);

}
