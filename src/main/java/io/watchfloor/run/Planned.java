package io.watchfloor.run;

import java.time.Instant;

import io.watchfloor.action.Plan;

/**
 * The plan that a person looks at.
 *
 * @param plan with secrets hidden
 * @param fingerprint over action, target and markers, 64 hexadecimal digits
 * @param at when it was worked out
 */
public record Planned(Plan plan, String fingerprint, Instant at) {
}
