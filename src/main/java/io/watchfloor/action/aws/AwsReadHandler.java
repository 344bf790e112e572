package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.Paging;
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
		Operation operation = AwsSession.operation(action.service(), action.operation());
		Paging paging = operation.facts().paging();
		boolean manual = paging == null || !action.paginate()
				|| paging.manual().stream().anyMatch(action.parameters()::containsKey);
		String source = action.commandLine() + " in " + session.region(action.region());
		if (manual || paging == null) {
			Map<String, Object> answer = session.call(action.service(), action.operation(), action.parameters(),
					action.region());
			return new AnswerReading(action, source, at).of(answer, false);
		}
		Pages pages = new Pages(session, action, paging);
		Map<String, Object> answer = pages.read();
		pages.trim();
		return new AnswerReading(action, source, at).of(answer, pages.cut());
	}

}
