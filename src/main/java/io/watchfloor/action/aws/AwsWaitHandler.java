package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Waiter;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Waits two minutes at most: a reading is a look, and who wants to wait longer looks
 * again.
 */
@Component
class AwsWaitHandler extends SessionRead<AwsWait, AwsSession> {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	AwsWaitHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<AwsWait> type() {
		return new ActionType<>("aws.wait", AwsWait.class, AwsTargets.KIND);
	}

	@Override
	protected Reading read(AwsWait action, AwsSession session, Instant at) {
		Waiter waiter = ServiceModel.named(action.service())
			.flatMap((model) -> Waiter.named(model, action.condition()))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_UNDERSTOOD,
					action.service() + " knows no condition " + action.condition() + "."));
		Optional<String> trouble = session.await(action.service(), waiter, action.parameters(), action.region(),
				PATIENCE);
		String source = action.commandLine() + " in " + session.region(action.region());
		String summary = action.condition() + ": " + trouble.orElse("yes");
		return new Reading(true, summary, trouble.isEmpty() ? 1.0 : 0.0, "holds", null, null, source, at)
			.judged(trouble.isEmpty() ? Reading.Judgement.AS_EXPECTED : Reading.Judgement.NOT_AS_EXPECTED);
	}

}
