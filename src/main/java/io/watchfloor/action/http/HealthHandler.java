package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The value is 1 when the field is what was expected and 0 when it is something else; an
 * answer that does not hold the field is unknown, whatever its status code.
 */
@Component
class HealthHandler extends SessionRead<Health, HttpSession> {

	HealthHandler(HttpServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Health> type() {
		return new ActionType<>("http.health", Health.class, HttpTargets.KIND);
	}

	@Override
	protected Reading read(Health action, HttpSession session, Instant at) {
		Answer answer = session.get(action.path());
		Optional<JsonNode> found = answer.cut() ? Optional.empty()
				: JsonField.parse(answer.text()).flatMap((root) -> JsonField.find(root, action.field()));
		if (found.isEmpty()) {
			return new Reading(false,
					"The answer (status %d) does not hold %s".formatted(answer.status(), action.field()), null, null,
					null, answer.text(), answer.source(), at);
		}
		String is = JsonField.text(found.get());
		boolean good = is.equals(action.expected()) && answer.status() < 400;
		String summary = "%s is %s%s (status %d, %d ms)".formatted(action.field(), is,
				good ? "" : ", expected " + action.expected(), answer.status(), answer.millis());
		return new Reading(true, summary, good ? 1.0 : 0.0, "healthy", null, answer.text(), answer.source(), at)
			.judged(good ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED);
	}

}
