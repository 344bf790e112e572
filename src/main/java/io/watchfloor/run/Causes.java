package io.watchfloor.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.catalog.Environment;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.Circumstance.Branch;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.Step.Choice;
import org.springframework.stereotype.Service;

/**
 * Lets a decision lead somewhere: a chosen cause brings the procedure that its line links
 * to, else what its line says as a step of its own; steps that are there for other causes
 * fold away by themselves.
 */
@Service
public class Causes {

	private final Permits permits;

	private final RunStore runs;

	private final Runbooks runbooks;

	private final Targets targets;

	private final Freezing freezing;

	private final StepStore store;

	private final StepLedger ledger;

	private final RunInputs inputs;

	private final Advance advance;

	Causes(Permits permits, RunStore runs, Runbooks runbooks, Targets targets, Freezing freezing, StepStore store,
			StepLedger ledger, RunInputs inputs, Advance advance) {
		this.permits = permits;
		this.runs = runs;
		this.runbooks = runbooks;
		this.targets = targets;
		this.freezing = freezing;
		this.store = store;
		this.ledger = ledger;
		this.inputs = inputs;
		this.advance = advance;
	}

	/** Takes a step into the walk that is there for another cause. */
	public void takeIn(StepRef ref) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		if (!require(ref.run()).folded(step)) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' is part of the walk already.");
		}
		FrozenStep frozen = step.frozen();
		this.ledger.save(step,
				step.to(StepState.READY).planGone().frozen(frozen.within(frozen.circumstances().withoutBranches())),
				this.ledger.entry(actor, Kind.NOTE, step,
						"Takes in " + step.shortTitle() + ", which is there for another cause"));
		this.advance.reach(ref.run());
	}

	/** Brings what the cause of a decision that was just made leads to. */
	void bring(StepRun decision, String cause, Actor actor) {
		Run run = require(decision.ref().run());
		Branch branch = new Branch(decision.key(), List.of(cause), false, null);
		boolean there = run.steps()
			.stream()
			.flatMap((step) -> step.frozen().circumstances().branches().stream())
			.anyMatch((other) -> other.decision().equals(decision.key()) && other.causes().contains(cause));
		Optional<Choice> chosen = decision.frozen()
			.choices()
			.stream()
			.filter((choice) -> choice.cause().equals(cause))
			.findFirst();
		if (there || chosen.isEmpty()) {
			return;
		}
		List<StepRun> brought = procedure(run, chosen.get()).map((found) -> steps(run, decision, found, branch))
			.orElseGet(
					() -> comesAnyway(run, decision, chosen.get()) ? List.of() : said(decision, chosen.get(), branch));
		if (!brought.isEmpty()) {
			this.store.addAll(brought, this.ledger.entry(actor, Kind.NOTE, decision,
					"The cause brings: " + String.join(", ", brought.stream().map(StepRun::shortTitle).toList())));
			this.inputs.reuse(run.id(), actor);
		}
	}

	private Optional<Procedure> procedure(Run run, Choice choice) {
		String target = choice.target();
		return (target == null || target.startsWith("#")) ? Optional.empty()
				: this.runbooks.find(run.runbook())
					.flatMap((book) -> book.procedure(target))
					.filter((found) -> !found.steps().isEmpty());
	}

	private List<StepRun> steps(Run run, StepRun decision, Procedure procedure, Branch branch) {
		Environment environment = this.targets.environment(run.runbook().system(), run.environment());
		int pace = Math.max(1, room(run, decision) / (procedure.steps().size() + 1));
		Branch named = new Branch(branch.decision(), branch.causes(), false, procedure.title());
		List<Branch> branches = Stream.concat(decision.frozen().circumstances().branches().stream(), Stream.of(named))
			.toList();
		return this.freezing.steps(run.id(), procedure, environment, new Freezing.Place(
				decision.key() + "/" + procedure.slug() + "/", decision.ordinal() + pace, pace, branches));
	}

	/** How far it is to the step behind a decision. */
	private static int room(Run run, StepRun decision) {
		return run.steps()
			.stream()
			.mapToInt(StepRun::ordinal)
			.filter((ordinal) -> ordinal > decision.ordinal())
			.min()
			.orElse(decision.ordinal() + Freezing.ROOM) - decision.ordinal();
	}

	/** Whether a step further down says the same in the same words. */
	private static boolean comesAnyway(Run run, StepRun decision, Choice choice) {
		String said = plain(choice.solution());
		return run.steps()
			.stream()
			.filter((step) -> step.ordinal() > decision.ordinal() && !run.folded(step))
			.anyMatch((step) -> plain(step.shortTitle()).equals(said));
	}

	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
	}

	/** What the cause's line says to do, where it leads nowhere else. */
	private static List<StepRun> said(StepRun decision, Choice choice, Branch branch) {
		if (choice.solution().isBlank()) {
			return List.of();
		}
		int place = decision.frozen().choices().indexOf(choice);
		FrozenStep frozen = new FrozenStep(StepKind.MANUAL, choice.solution(), Phase.MITIGATE, "", null, null, null,
				null, null, null, Risk.READ, null, List.of(), null)
			.within(new Circumstance(null, null, List.of(branch)));
		return List.of(StepRun.fresh(new StepRef(decision.ref().run(), decision.key() + "/" + place),
				decision.ordinal() + 1 + place, frozen, null));
	}

	private Run require(RunId id) {
		return this.runs.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
	}

}
