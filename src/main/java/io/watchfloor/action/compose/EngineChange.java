package io.watchfloor.action.compose;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.kernel.Problem;

/** The frame of a change that is a list of requests to an engine. */
abstract class EngineChange<A extends Action> extends SessionChange<A, Engine> {

	EngineChange(Engines engines, Clock clock) {
		super(engines, clock);
	}

	/** The requests, in order; they follow from the action and what the plan recorded. */
	abstract List<EngineCall> calls(A action, Map<String, String> markers);

	/** What a success is called. */
	abstract String done(A action);

	@Override
	protected final Outcome execute(A action, Plan plan, Engine engine, RunContext context) {
		List<EngineCall> calls = calls(action, plan.markers());
		int done = 0;
		for (EngineCall call : calls) {
			if (context.cancelled()) {
				return new Outcome.Failed("Stopped on request after " + done + " of " + calls.size() + " calls.");
			}
			context.making(call.call());
			try {
				call.send(engine);
			}
			catch (Problem problem) {
				return afterSending(problem,
						(done == 0) ? "" : done + " of " + calls.size() + " calls were carried out.");
			}
			done++;
			context.progress(done, calls.size(), "calls");
		}
		return new Outcome.Succeeded(done(action), Map.of());
	}

	final List<Plan.Call> planned(A action, Map<String, String> markers) {
		return calls(action, markers).stream().map(EngineCall::call).toList();
	}

}
