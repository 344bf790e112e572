package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who accepted the plan.
 *
 * @param by the person
 * @param at when
 * @param reason why, in their words; empty where the policy demands none
 * @param approvedBy the second person, where the policy demands one
 */
public record Confirmation(Actor by, Instant at, String reason, @Nullable Actor approvedBy) {

	Confirmation approved(Actor second) {
		return new Confirmation(this.by, this.at, this.reason, second);
	}

}
