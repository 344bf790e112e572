package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Makes one call; what it changes is read back where the service can tell. */
@Component
class AwsChangeHandler extends SessionChange<AwsChange, AwsSession> {

	AwsChangeHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<AwsChange> type() {
		return new ActionType<>("aws.change", AwsChange.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(AwsChange action, AwsSession session, Instant at) {
		return new Plan(List.of(call(action, session)), List.of(), List.of(), List.of(), List.of(),
				"None: the state before is not known.",
				new Plan.DoneWhen("AWS accepted the call", Duration.ZERO, Duration.ofMinutes(1)), new TreeMap<>(), at);
	}

	private static Plan.Call call(AwsChange action, AwsSession session) {
		return new Plan.Call(AwsSession.operation(action.service(), action.operation()).name() + " "
				+ JsonText.write(Secrecy.hide(action.service(), action.parameters())) + " to " + action.service()
				+ " in " + session.region(action.region()));
	}

	@Override
	protected Outcome execute(AwsChange action, Plan plan, AwsSession session, RunContext context) {
		context.making(call(action, session));
		try {
			Map<String, Object> answer = session.call(action.service(), action.operation(), action.parameters(),
					action.region());
			context.output(AnswerReading.json(Secrecy.hide(action.service(), answer)));
			return new Outcome.Succeeded("AWS accepted " + action.service() + " " + action.operation() + ".", Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(AwsChange action, Plan plan, AwsSession session) {
		return new Verification(Verification.State.HOLDS, "AWS accepted the call");
	}

	@Override
	protected Settlement probe(AwsChange action, Plan plan, AwsSession session) {
		return new Settlement(Settlement.Finding.CANNOT_TELL, "The service does not tell whether it got the call");
	}

}
