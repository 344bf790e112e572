package io.watchfloor.run;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Filters;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Step;
import org.jspecify.annotations.Nullable;

/**
 * A step as the runbook had it when the walk began: a later edit of the document never
 * changes a walk under way.
 *
 * @param kind what it asks for
 * @param title what to do
 * @param phase where in the procedure
 * @param text Markdown of a manual step; empty otherwise
 * @param commandLine the command as written, where there is one
 * @param why why a command is done by hand
 * @param expected the output that the document expects
 * @param action the action as JSON, for READ and CHANGE
 * @param filters what of a reading is wanted
 * @param actionTitle what the action does, in a few words
 * @param risk the action's risk; READ where there is no action
 * @param hint to what, as the line says it
 * @param choices the causes of a decision
 * @param undoOf the key of the step that it puts back
 * @param open what a person fills in first; such a step has no action yet
 * @param filled what a person filled in, by name
 * @param circumstance under which circumstances it is to be done
 * @param asked what was open before a person filled it in
 */
public record FrozenStep(StepKind kind, String title, Phase phase, String text, @Nullable String commandLine,
		@Nullable String why, @Nullable String expected, @Nullable String action, @Nullable Filters filters,
		@Nullable String actionTitle, Risk risk, @Nullable FrozenHint hint, List<Step.Choice> choices,
		@Nullable String undoOf, @Nullable OpenPlaces open, @Nullable Map<String, String> filled,
		@Nullable Circumstance circumstance, @Nullable OpenPlaces asked) {

	public FrozenStep {
		choices = List.copyOf(choices);
	}

	/** A step that leaves nothing open. */
	public FrozenStep(StepKind kind, String title, Phase phase, String text, @Nullable String commandLine,
			@Nullable String why, @Nullable String expected, @Nullable String action, @Nullable Filters filters,
			@Nullable String actionTitle, Risk risk, @Nullable FrozenHint hint, List<Step.Choice> choices,
			@Nullable String undoOf) {
		this(kind, title, phase, text, commandLine, why, expected, action, filters, actionTitle, risk, hint, choices,
				undoOf, null, null, null, null);
	}

	static FrozenStep of(Step step, Actions actions) {
		return switch (step) {
			case Step.ActionStep command when !command.inputs().isEmpty() -> open(command, actions);
			case Step.ActionStep command -> of(command, actions);
			case Step.ManualStep manual -> new FrozenStep(StepKind.MANUAL, manual.title(), manual.phase(),
					manual.command() ? "" : manual.text(), manual.command() ? manual.text() : null, manual.reason(),
					manual.expected(), null, null, null, Risk.READ, null, List.of(), null);
			case Step.DecisionStep decision -> new FrozenStep(StepKind.DECISION, decision.title(), decision.phase(), "",
					null, null, null, null, null, null, Risk.READ, null, decision.choices(), null);
		};
	}

	private static FrozenStep open(Step.ActionStep step, Actions actions) {
		ActionCall call = step.call();
		OpenPlaces open = new OpenPlaces(step.language(), step.constants(), step.inputs(),
				actions.write(call.action()));
		return new FrozenStep(kind(call), step.title(), step.phase(), "", step.commandLine(), null, step.expected(),
				null, call.filters(), step.does(), call.action().risk(), FrozenHint.of(call.hint()), List.of(), null,
				open, null, null, null);
	}

	private static StepKind kind(ActionCall call) {
		return (call.action().risk() == Risk.READ) ? StepKind.READ : StepKind.CHANGE;
	}

	/** The step once its open places are filled in. */
	FrozenStep filled(ActionCall call, Map<String, String> values, Actions actions) {
		return new FrozenStep(kind(call), this.title, this.phase, this.text, this.commandLine, this.why, this.expected,
				actions.write(call.action()), call.filters(), call.action().title(), call.action().risk(),
				FrozenHint.of(call.hint()), this.choices, this.undoOf, null, Map.copyOf(values), this.circumstance,
				(this.open != null) ? this.open : this.asked);
	}

	/** The step under other circumstances. */
	FrozenStep within(Circumstance other) {
		return new FrozenStep(this.kind, this.title, this.phase, this.text, this.commandLine, this.why, this.expected,
				this.action, this.filters, this.actionTitle, this.risk, this.hint, this.choices, this.undoOf, this.open,
				this.filled, other, this.asked);
	}

	/** Under which circumstances it is to be done. */
	public Circumstance circumstances() {
		return (this.circumstance != null) ? this.circumstance : Circumstance.ALWAYS;
	}

	/** What a person filled in, by name. */
	public Map<String, String> filledIn() {
		return (this.filled != null) ? this.filled : Map.of();
	}

	private static FrozenStep of(Step.ActionStep step, Actions actions) {
		ActionCall call = step.call();
		Risk risk = call.action().risk();
		return new FrozenStep((risk == Risk.READ) ? StepKind.READ : StepKind.CHANGE, step.title(), step.phase(), "",
				step.commandLine(), null, step.expected(), actions.write(call.action()), call.filters(),
				call.action().title(), risk, FrozenHint.of(call.hint()), List.of(), null);
	}

	/** The filters, none for a step that was frozen before there were any. */
	Filters requiredFilters() {
		return (this.filters != null) ? this.filters : Filters.NONE;
	}

	/** The action's JSON, which READ and CHANGE steps have. */
	String actionJson() {
		if (this.action == null) {
			throw new IllegalStateException("a " + this.kind + " step has no action: " + this.title);
		}
		return this.action;
	}

}
