package io.watchfloor.action;

import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.Target;

/**
 * A connector's handler behind the door: in a drill nothing goes through that changes
 * anything.
 */
final class GuardedChanges implements ChangeHandler<Action> {

	private final ChangeHandler<Action> handler;

	GuardedChanges(ChangeHandler<Action> handler) {
		this.handler = handler;
	}

	@Override
	public ActionType<Action> type() {
		return this.handler.type();
	}

	@Override
	public Plan plan(Action action, Target target) {
		return this.handler.plan(action, target);
	}

	@Override
	public Outcome execute(Action action, Plan plan, Target target, RunContext context) {
		if (context.drill()) {
			throw new IllegalStateException("this is a drill: '" + action.title() + "' is not executed");
		}
		return this.handler.execute(action, plan, target, context);
	}

	@Override
	public Verification verify(Action action, Plan plan, Target target) {
		return this.handler.verify(action, plan, target);
	}

	@Override
	public Settlement probe(Action action, Plan plan, Target target) {
		return this.handler.probe(action, plan, target);
	}

	@Override
	public Settlement probe(Action action, Plan plan, Target target, List<String> kept) {
		return this.handler.probe(action, plan, target, kept);
	}

	@Override
	public Optional<Action> undo(Action action, Plan plan) {
		return this.handler.undo(action, plan);
	}

}
