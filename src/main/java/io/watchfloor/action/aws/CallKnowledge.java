package io.watchfloor.action.aws;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import io.watchfloor.action.PlanDraft;

/**
 * Knows what some calls set, where one describe call and names that agree do not tell it:
 * a bean of a service's package. Properties are named for people; what is absent is not
 * in the map. Values hold no secret.
 */
public interface CallKnowledge {

	/** Whether it knows this call, as it is written. */
	boolean knows(AwsChange call);

	/**
	 * Reads the properties that the call is about.
	 * @throws io.watchfloor.kernel.Problem when what they are of is not there
	 */
	SortedMap<String, String> now(AwsChange call, AwsSession session);

	/** The calls that look and undo, beside the call itself. */
	List<AwsCall> calls(AwsChange call);

	/** What the properties will be. */
	SortedMap<String, String> after(AwsChange call, SortedMap<String, String> now);

	/**
	 * Adds warnings and effects.
	 * @throws io.watchfloor.kernel.Problem when the call must not be made
	 */
	default void note(AwsChange call, SortedMap<String, String> now, AwsSession session, PlanDraft draft) {
	}

	/** The call that puts the properties back; empty where none does. */
	Optional<AwsChange> undo(AwsChange call, SortedMap<String, String> now);

}
