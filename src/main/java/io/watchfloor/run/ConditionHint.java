package io.watchfloor.run;

import java.util.Optional;

import io.watchfloor.action.Reading;

/**
 * A reading of this run that a condition seems to be about. It is shown beside the
 * question and never answers it.
 *
 * @param source the step that read it
 * @param reading what it read last
 * @param compared what the condition's figure makes of it; empty when that is not certain
 */
public record ConditionHint(StepRun source, Reading reading, Optional<Boolean> compared) {
}
