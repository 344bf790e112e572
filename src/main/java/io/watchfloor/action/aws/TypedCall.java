package io.watchfloor.action.aws;

import java.util.Optional;

import io.watchfloor.action.Action;

/**
 * Knows a typed action for some calls: a bean of a service's package. What nobody knows
 * stays the call as it is.
 */
public interface TypedCall {

	/** The typed action, when the call says nothing more than that action does. */
	Optional<Action> of(AwsChange call);

}
