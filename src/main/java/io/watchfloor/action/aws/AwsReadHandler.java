package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Makes a READ call, page by page where it has pages, and shows what the query finds. */
@Component
class AwsReadHandler extends SessionRead<AwsRead, AwsSession> {

	AwsReadHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<AwsRead> type() {
		return new ActionType<>("aws.read", AwsRead.class, AwsTargets.KIND);
	}

	@Override
	protected Reading read(AwsRead action, AwsSession session, Instant at) {
		PagedAnswer answer = PagedAnswer.of(session, action);
		String source = action.commandLine() + " in " + session.region(action.region());
		return new AnswerReading(action, source, at).of(answer.tree(), answer.cut());
	}

}
