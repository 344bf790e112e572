package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

@Component
class StatusCodeHandler extends SessionRead<StatusCode, HttpSession> {

	StatusCodeHandler(HttpServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<StatusCode> type() {
		return new ActionType<>("http.status", StatusCode.class, HttpTargets.KIND);
	}

	@Override
	protected Reading read(StatusCode action, HttpSession session, Instant at) {
		Answer answer = session.get(action.path());
		boolean good = answer.status() == action.expected();
		String expected = good ? "" : ", expected " + action.expected();
		return new Reading(true, "status %d%s (%d ms)".formatted(answer.status(), expected, answer.millis()),
				(double) answer.status(), "status", null, Integer.toString(answer.status()), answer.source(), at)
			.judged(good ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED);
	}

}
