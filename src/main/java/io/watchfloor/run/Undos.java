package io.watchfloor.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a walk changed and how to put it back: at the step, at the end of the walk, and
 * for the post-mortem. Putting back is a step of its own, with a preview and a
 * confirmation like any change.
 */
@Service
public class Undos {

	private final Authority authority;

	private final Permits permits;

	private final RunStore runs;

	private final StepStore store;

	private final StepLedger ledger;

	private final Actions actions;

	private final Targets targets;

	private final AuditTrail trail;

	private final Advance advance;

	Undos(Authority authority, Permits permits, RunStore runs, StepStore store, StepLedger ledger, Actions actions,
			Targets targets, AuditTrail trail, Advance advance) {
		this.authority = authority;
		this.permits = permits;
		this.runs = runs;
		this.store = store;
		this.ledger = ledger;
		this.actions = actions;
		this.targets = targets;
		this.trail = trail;
		this.advance = advance;
	}

	/**
	 * Everything that a walk changed, the last first: the order in which to put it back.
	 */
	public List<UndoCard> of(RunId id) {
		this.authority.require(Permission.VIEW);
		Run run = this.runs.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
		return Stream.concat(this.store.earlier(id).stream(), run.steps().stream())
			.filter(Undos::changed)
			.filter((step) -> step.frozen().undoOf() == null)
			.sorted(Comparator.comparing(Undos::sent)
				.thenComparing(StepRun::attempt)
				.thenComparing(StepRun::ordinal)
				.reversed())
			.map((step) -> card(run, step))
			.toList();
	}

	/**
	 * Adds a step that puts back what one go at a step changed.
	 * @throws Problem when nothing can, or one is there already
	 */
	public StepRef putBack(StepRef ref, int attempt) {
		Actor actor = this.permits.operate(ref);
		this.ledger.requireUnderWay(ref);
		Run run = this.runs.find(ref.run()).orElseThrow();
		StepRun step = Stream.concat(run.steps().stream(), this.store.earlier(ref.run()).stream())
			.filter((other) -> other.ref().equals(ref) && other.attempt() == attempt && changed(other))
			.findFirst()
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "That go at the step changed nothing."));
		StepRun there = back(run, step);
		if (there != null && !there.state().settled()) {
			return there.ref();
		}
		Action back = action(step).orElseThrow(() -> new Problem(Category.TARGET_SAID_NO,
				"'" + step.shortTitle() + "' cannot be put back; its plan says why."));
		StepRun added = step(run, step, back);
		this.store.add(added, this.ledger.entry(actor, Kind.NOTE, step, "Wants to put back: " + step.shortTitle()));
		this.trail.record(actor, "step.undo-asked", added, "SUCCEEDED", null,
				Map.of("step", step.key(), "goes back to attempt", Integer.toString(attempt)));
		this.ledger.changed(ref.run());
		this.advance.reach(ref.run());
		return added.ref();
	}

	/** Puts steps that put back behind all others when the walk is at its end already. */
	private StepRun step(Run run, StepRun step, Action back) {
		FrozenStep frozen = new FrozenStep(StepKind.CHANGE, "Undo: " + step.shortTitle(), step.frozen().phase(), "",
				back.commandLine(), null, null, this.actions.write(back), null, back.title(), back.risk(),
				step.frozen().hint(), List.of(), mark(step));
		String prefix = step.key() + "-undo-";
		long before = run.steps().stream().filter((other) -> other.key().startsWith(prefix)).count();
		int now = run.current().map(StepRun::ordinal).orElse(Integer.MAX_VALUE);
		int behind = (now > step.ordinal() && now < Integer.MAX_VALUE) ? now - 1 : (now == Integer.MAX_VALUE)
				? run.steps().getLast().ordinal() + Freezing.ROOM : step.ordinal() + 1 + (int) before;
		return StepRun.fresh(new StepRef(run.id(), prefix + (before + 1)), behind, frozen, step.target());
	}

	private UndoCard card(Run run, StepRun step) {
		Planned planned = step.requiredPlan();
		StepRun back = back(run, step);
		Optional<Action> action = action(step);
		Confirmation confirmation = step.confirmation();
		return new UndoCard(step.ref(), step.attempt(), step.shortTitle(), step.target(),
				(confirmation != null) ? confirmation.by() : null, step.startedAt(), planned.plan().changes(),
				planned.plan().undo(), action.map(Action::commandLine).orElse(null), state(back, action.isPresent()),
				(back != null) ? back.ref() : null);
	}

	private static UndoCard.State state(@Nullable StepRun back, boolean possible) {
		if (back != null && back.state() == StepState.DONE) {
			return UndoCard.State.PUT_BACK;
		}
		if (back != null && !back.state().settled()) {
			return UndoCard.State.WAITS;
		}
		return possible ? UndoCard.State.STANDS : UndoCard.State.STAYS;
	}

	private static @Nullable StepRun back(Run run, StepRun step) {
		List<StepRun> steps = new ArrayList<>(run.steps());
		return steps.stream()
			.filter((other) -> mark(step).equals(other.frozen().undoOf()))
			.reduce((_, later) -> later)
			.orElse(null);
	}

	private static String mark(StepRun step) {
		return step.key() + "@" + step.attempt();
	}

	/** Whether a go at a step may have changed its target. */
	static boolean changed(StepRun step) {
		boolean sent = step.outcome() != null && step.outcome().kind() != StepOutcome.Kind.REFUSED;
		boolean over = step.state() == StepState.DONE || step.state() == StepState.FAILED
				|| step.state() == StepState.UNVERIFIED || step.state() == StepState.SKIPPED;
		return sent && over && step.planned() != null && step.frozen().kind() == StepKind.CHANGE;
	}

	private static java.time.Instant sent(StepRun step) {
		return (step.startedAt() != null) ? step.startedAt() : step.requiredPlan().at();
	}

	/** What puts a go at a step back, from what was recorded. */
	Optional<Action> action(StepRun step) {
		if (!changed(step)) {
			return Optional.empty();
		}
		try {
			Action action = this.targets.action(step.frozen());
			return this.actions.changes(action).undo(action, step.requiredPlan().plan());
		}
		catch (RuntimeException unreadable) {
			return Optional.empty();
		}
	}

}
