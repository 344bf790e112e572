package io.watchfloor.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.api.run.RunDocument.ActorDocument;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.run.Confirmation;
import io.watchfloor.run.FrozenStep;
import io.watchfloor.run.OpenPlaces;
import io.watchfloor.run.PlanDifference;
import io.watchfloor.run.StepOutcome;
import io.watchfloor.run.StepRun;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.StepInput;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param command as the runbook has it
 * @param risk at worst
 * @param target {@code system/environment/name}, once it is known
 * @param inputs what is to be filled in first, by name
 * @param choices the causes of a decision
 * @param plan what was previewed; it is confirmed by its fingerprint
 * @param difference why it was refused as stale
 */
record StepDocument(String key, String kind, String phase, String title, @Nullable String text,
		@Nullable String command, @Nullable String why, String risk, String state, @Nullable String message,
		@Nullable String target, @Nullable List<String> inputs, @Nullable List<String> choices,
		@Nullable PlanDocument plan, @Nullable ConfirmationDocument confirmation, @Nullable OutcomeDocument outcome,
		@Nullable String judgement, @Nullable List<PlanDifference.Line> difference,
		@Nullable WatchDocument verification, @Nullable SettlementDocument settlement, @Nullable String note,
		int attempt, @Nullable Instant startedAt, @Nullable Instant endedAt) {

	static StepDocument of(StepRun step) {
		FrozenStep frozen = step.frozen();
		return new StepDocument(step.key(), frozen.kind().name(), frozen.phase().name(), frozen.title(),
				frozen.text().isEmpty() ? null : frozen.text(), frozen.commandLine(), frozen.why(),
				frozen.risk().name(), step.state().name(), step.message(),
				Optional.ofNullable(step.target()).map(TargetId::toString).orElse(null), inputs(frozen.open()),
				choices(frozen), Optional.ofNullable(step.planned()).map(PlanDocument::of).orElse(null),
				Optional.ofNullable(step.confirmation()).map(ConfirmationDocument::of).orElse(null),
				Optional.ofNullable(step.outcome()).map(OutcomeDocument::of).orElse(null),
				Optional.ofNullable(step.judgement()).map(Enum::name).orElse(null),
				Optional.ofNullable(step.difference()).map(PlanDifference::lines).orElse(null),
				Optional.ofNullable(step.watch()).map(WatchDocument::of).orElse(null),
				Optional.ofNullable(step.settlement())
					.map((found) -> new SettlementDocument(found.finding().name(), found.evidence()))
					.orElse(null),
				step.note(), step.attempt(), step.startedAt(), step.endedAt());
	}

	private static @Nullable List<String> inputs(@Nullable OpenPlaces open) {
		return (open != null) ? open.inputs().stream().map(StepInput::name).toList() : null;
	}

	private static @Nullable List<String> choices(FrozenStep frozen) {
		return frozen.choices().isEmpty() ? null : frozen.choices().stream().map(Step.Choice::cause).toList();
	}

	/** Who accepted the plan. */
	record ConfirmationDocument(ActorDocument by, Instant at, String reason, @Nullable ActorDocument approvedBy) {

		static ConfirmationDocument of(Confirmation confirmation) {
			return new ConfirmationDocument(ActorDocument.of(confirmation.by()), confirmation.at(),
					confirmation.reason(),
					Optional.ofNullable(confirmation.approvedBy()).map(ActorDocument::of).orElse(null));
		}

	}

	/** How the last attempt ended. */
	record OutcomeDocument(String kind, Map<String, String> facts) {

		static OutcomeDocument of(StepOutcome outcome) {
			return new OutcomeDocument(outcome.kind().name(), outcome.facts());
		}

	}

	/** What a probe found about a step that may have happened. */
	record SettlementDocument(String finding, String evidence) {
	}

}
