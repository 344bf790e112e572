package io.watchfloor.action.aws;

import java.util.List;

import io.watchfloor.action.Action;

/**
 * An action of AWS says which calls it makes, from its preview to its undoing: whoever
 * grants permissions goes by them, and tests hold what is sent against them.
 */
public interface Calling extends Action {

	/** Every call that it may make. */
	List<AwsCall> calls();

}
