package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Risk;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The connectors as the application finds them, against one API server. */
final class Console implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	final Target target;

	Console(ApiServer server) {
		this.context.registerBean(Secrets.class, NoSecrets::new);
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.scan("io.watchfloor.action");
		this.context.refresh();
		this.target = Targets.target("cluster", "kubernetes",
				Map.of("server", server.address(), "context", "shop-cluster", "namespace", "default"));
	}

	Actions actions() {
		return this.context.getBean(Actions.class);
	}

	Understanding<ActionCall> understand(String line) {
		return actions().understand(Lines.pipeline(line));
	}

	Action action(String line) {
		return switch (understand(line)) {
			case Understanding.Understood<ActionCall>(ActionCall call) -> call.action();
			case Understanding.NotUnderstood<ActionCall>(String reason) ->
				throw new AssertionError(line + ": " + reason);
			case Understanding.ByHand<ActionCall>(var work) -> throw new AssertionError(line + ": " + work.sentence());
		};
	}

	Reading read(String line) {
		return switch (understand(line)) {
			case Understanding.Understood<ActionCall>(ActionCall call) ->
				actions().read(call.action(), this.target, RunContext.none());
			case Understanding.NotUnderstood<ActionCall>(String reason) ->
				throw new AssertionError(line + ": " + reason);
			case Understanding.ByHand<ActionCall>(var work) -> throw new AssertionError(line + ": " + work.sentence());
		};
	}

	ChangeHandler<Action> changes(String line) {
		return actions().changes(action(line));
	}

	Plan plan(String line) {
		return changes(line).plan(action(line), this.target);
	}

	Outcome execute(String line, Plan plan) {
		return changes(line).execute(action(line), plan, this.target, new Recorder(plan));
	}

	/** Reads, or plans and executes. */
	void run(String line) {
		if (action(line).risk() == Risk.READ) {
			read(line);
		}
		else {
			execute(line, plan(line));
		}
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
