package io.watchfloor.action;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.watchfloor.catalog.Target;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A handler tried on a target, in the order of a run: plan, execute exactly the plan's
 * calls, verify, probe, undo.
 */
public final class Trial<A extends Action> {

	private final ChangeHandler<A> handler;

	private final Target target;

	private static final List<Watcher> WATCHERS = new CopyOnWriteArrayList<>();

	/** Hears of every use of a handler, before it and after it. */
	public interface Watcher {

		/** A handler is used; what is given back runs afterwards. */
		Runnable using(Action action, Target target);

	}

	/** From now on somebody watches. */
	public static void watch(Watcher watcher) {
		WATCHERS.add(watcher);
	}

	/** Nobody watches any more. */
	public static void leave(Watcher watcher) {
		WATCHERS.remove(watcher);
	}

	private <T> T watched(A action, Supplier<T> use) {
		List<Runnable> after = WATCHERS.stream().map((watcher) -> watcher.using(action, this.target)).toList();
		T result = use.get();
		after.forEach(Runnable::run);
		return result;
	}

	/** Tries a handler on a target. */
	public Trial(ChangeHandler<A> handler, Target target) {
		this.handler = handler;
		this.target = target;
	}

	/** The plan. */
	public Plan plan(A action) {
		return watched(action, () -> this.handler.plan(action, this.target));
	}

	/** Executes a plan as it is and gives what it left. */
	public Recorder run(A action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		Outcome outcome = outcome(action, plan, recorder);
		assertThat(outcome).as("%s: %s", action, outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).as("law 2: the calls made are the plan's").isEqualTo(plan.calls());
		return recorder;
	}

	/** Plans and executes. */
	public Plan run(A action) {
		Plan plan = plan(action);
		run(action, plan);
		return plan;
	}

	/** Executes, however it ends. */
	public Outcome outcome(A action, Plan plan, RunContext context) {
		return watched(action, () -> this.handler.execute(action, plan, this.target, context));
	}

	/** Executes, however it ends. */
	public Outcome outcome(A action, Plan plan) {
		return outcome(action, plan, new Recorder(plan));
	}

	/** One look. */
	public Verification verify(A action, Plan plan) {
		return watched(action, () -> this.handler.verify(action, plan, this.target));
	}

	/** What one look finds. */
	public Verification.State state(A action, Plan plan) {
		return verify(action, plan).state();
	}

	/** Whether it happened. */
	public Settlement probe(A action, Plan plan, String... kept) {
		return watched(action, () -> this.handler.probe(action, plan, this.target, List.of(kept)));
	}

	/** Undoes by a handler of the same type; the plan of the undoing is looked at. */
	public void undo(A action, Plan plan, Consumer<Plan> look) {
		@SuppressWarnings("unchecked")
		A undo = (A) this.handler.undo(action, plan).orElseThrow(() -> new AssertionError("no undo: " + plan.undo()));
		Plan back = plan(undo);
		look.accept(back);
		run(undo, back);
	}

	/** How it would be put back. */
	public java.util.Optional<Action> undoOf(A action, Plan plan) {
		return this.handler.undo(action, plan);
	}

	/** Whether there is none. */
	public boolean hasNoUndo(A action, Plan plan) {
		return this.handler.undo(action, plan).isEmpty();
	}

}
