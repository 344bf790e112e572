package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

@Component
class StatusCodeHandler implements ReadHandler<StatusCode> {

	private final HttpServers servers;

	private final Clock clock;

	StatusCodeHandler(HttpServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<StatusCode> type() {
		return new ActionType<>("http.status", StatusCode.class, "http");
	}

	@Override
	public Reading read(StatusCode action, Target target, RunContext context) {
		Instant at = this.clock.instant();
		HttpServers.Answer answer = this.servers.get(target, action.path(), Map.of());
		String expected = (answer.status() == action.expected()) ? "" : ", expected " + action.expected();
		return new Reading(true, "status %d%s (%d ms)".formatted(answer.status(), expected, answer.millis()),
				(double) answer.status(), "status", null, Integer.toString(answer.status()), answer.source(), at);
	}

}
