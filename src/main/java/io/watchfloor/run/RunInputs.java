package io.watchfloor.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.runbook.Inputs;
import io.watchfloor.runbook.StepInput;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/**
 * Fills in what the runbook leaves open. What is asked once counts for the whole walk.
 */
@Service
public class RunInputs {

	private final Authority authority;

	private final Permits permits;

	private final StepLedger ledger;

	private final RunStore store;

	private final Targets targets;

	private final Actions actions;

	private final Inputs inputs;

	private final Redaction redaction;

	private final Advance advance;

	private final InputStore sheet;

	RunInputs(Authority authority, Permits permits, StepLedger ledger, RunStore store, Targets targets, Actions actions,
			Inputs inputs, Redaction redaction, Advance advance, InputStore sheet) {
		this.authority = authority;
		this.permits = permits;
		this.ledger = ledger;
		this.store = store;
		this.targets = targets;
		this.actions = actions;
		this.inputs = inputs;
		this.redaction = redaction;
		this.advance = advance;
		this.sheet = sheet;
	}

	/**
	 * Fills in a step, and every later one that asks for nothing else.
	 * @param values by the inputs' names
	 * @throws Problem of category NOT_UNDERSTOOD when a value does not fit
	 */
	public void fill(StepRef ref, Map<String, String> values) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (step.frozen().open() == null || step.state() != StepState.READY) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' asks for nothing now.");
		}
		values.forEach(this::demandPlain);
		ActionCall call = bound(step, values);
		save(step, call, values, actor);
		this.sheet.keep(ref.run(), values);
		reuse(ref.run(), actor);
		this.advance.reach(ref.run());
	}

	/** What is known of a walk's inputs, by their names. */
	public Map<String, String> known(Run run) {
		this.authority.require(Permission.VIEW);
		Map<String, String> known = new TreeMap<>(run.filledIn());
		known.putAll(this.sheet.of(run.id()));
		return known;
	}

	/** Fills in every step that asks for nothing but what is known. */
	void reuse(RunId id, Actor actor) {
		Run run = require(id);
		Map<String, String> known = known(run);
		for (StepRun later : run.steps()) {
			OpenPlaces open = later.frozen().open();
			boolean answered = open != null && later.state() == StepState.READY
					&& open.inputs().stream().allMatch((input) -> known.containsKey(input.name()));
			if (answered && bind(later, known) instanceof Understanding.Understood<ActionCall>(ActionCall bound)) {
				save(later, bound, known, actor);
			}
		}
	}

	/** Reads a step's line again with other values, before anything came of it. */
	void rebind(StepRun step, Map<String, String> values, Actor actor) {
		save(step, bound(step, values), values, actor);
	}

	/** Values that exist right now, best first; takes up to three seconds. */
	public List<String> suggestions(StepRef ref, StepInput input) {
		this.authority.require(Permission.VIEW);
		StepRun step = this.ledger.require(ref);
		OpenPlaces open = step.frozen().open();
		if (open == null || step.target() == null || input.parameters().isEmpty()) {
			return input.choices();
		}
		Target target = this.targets.of(step);
		String pointer = input.parameters().getFirst();
		List<String> live = this.actions.suggest(this.actions.read(open.sample()),
				pointer.substring(pointer.lastIndexOf('/') + 1), target);
		return live.isEmpty() ? input.choices() : live;
	}

	private ActionCall bound(StepRun step, Map<String, String> values) {
		return switch (bind(step, values)) {
			case Understanding.Understood<ActionCall>(ActionCall bound) -> bound;
			case Understanding.ByHand<ActionCall>(var work) ->
				throw new Problem(Category.NOT_UNDERSTOOD, work.sentence());
			case Understanding.NotUnderstood<ActionCall>(String reason) ->
				throw new Problem(Category.NOT_UNDERSTOOD, reason + " Type another value.");
		};
	}

	void demandPlain(String name, String value) {
		if (!this.redaction.text(value).equals(value)) {
			throw new Problem(Category.REFUSED_BY_POLICY, "The value of '" + name
					+ "' is a secret. Secrets are kept in the target's settings, never in a run.");
		}
	}

	private Understanding<ActionCall> bind(StepRun step, Map<String, String> values) {
		OpenPlaces open = places(step);
		return this.inputs.bind(open.language(), String.valueOf(step.frozen().commandLine()), open.constants(), values);
	}

	private void save(StepRun step, ActionCall call, Map<String, String> values, Actor actor) {
		OpenPlaces open = places(step);
		Map<String, String> own = new TreeMap<>();
		open.inputs()
			.forEach((input) -> Optional.ofNullable(values.get(input.name()))
				.ifPresent((value) -> own.put(input.name(), value)));
		FrozenStep bound = step.frozen().filled(call, own, this.actions);
		StepChange change = step.to(StepState.READY).planGone().frozen(bound).message(null);
		if (step.target() == null) {
			target(step, bound).ifPresent(change::target);
		}
		StringBuilder said = new StringBuilder();
		own.forEach((name,
				value) -> said.append(said.isEmpty() ? "" : ", ").append(name).append(" = ").append(shortened(value)));
		this.ledger.save(step, change, this.ledger.entry(actor, Kind.NOTE, step,
				"Filled in for " + step.shortTitle() + ": " + this.redaction.text(said.toString())));
	}

	private static OpenPlaces places(StepRun step) {
		OpenPlaces open = step.frozen().open();
		return Required.of((open != null) ? open : step.frozen().asked(),
				"step " + step.ref() + " leaves nothing open");
	}

	/** A text of several lines stands in the step itself. */
	private static String shortened(String value) {
		long lines = value.lines().count();
		return (lines > 1) ? "a text of " + lines + " lines" : value;
	}

	private Optional<TargetId> target(StepRun step, FrozenStep bound) {
		Run run = require(step.ref().run());
		List<Target> candidates = this.targets.candidates(bound,
				this.targets.environment(run.runbook().system(), run.environment()));
		return (candidates.size() == 1) ? Optional.of(candidates.getFirst().id()) : Optional.empty();
	}

	private Run require(RunId run) {
		return this.store.find(run).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + run + "."));
	}

}
