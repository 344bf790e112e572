package io.watchfloor.run;

import io.watchfloor.catalog.Friction;
import org.jspecify.annotations.Nullable;

/**
 * What confirming a step takes.
 *
 * @param friction the environment's policy for the step's risk
 * @param targetName the name to type where the policy demands it
 * @param steppedUp whether the person gave their password lately
 * @param mayConfirm whether the person may confirm at all
 * @param mayApprove whether the person may approve
 * @param hindrance why nothing that changes anything starts now
 */
public record Demands(Friction friction, String targetName, boolean steppedUp, boolean mayConfirm, boolean mayApprove,
		@Nullable String hindrance) {
}
