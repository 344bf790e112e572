package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows a page; its value is the status code, because the text alone can look well. */
@Component
class GetTextHandler implements ReadHandler<GetText> {

	private final HttpServers servers;

	private final Clock clock;

	GetTextHandler(HttpServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<GetText> type() {
		return new ActionType<>("http.get", GetText.class, "http");
	}

	@Override
	public Reading read(GetText action, Target target, RunContext context) {
		Instant at = this.clock.instant();
		HttpServers.Answer answer = this.servers.get(target, action.path(), action.headers());
		String status = "status %d (%d ms)".formatted(answer.status(), answer.millis());
		if (action.failOnError() && answer.status() >= 400) {
			return new Reading(false, "The service answered with " + status, null, null, null, answer.text(),
					answer.source(), at);
		}
		if (answer.cut() && !(action.field().isEmpty() && action.filters().isEmpty())) {
			return Reading.unknown("The answer is longer than 64 KiB and would be searched only in part",
					answer.source(), at);
		}
		return field(action, answer.text()).map((text) -> filtered(action, answer, text, status, at))
			.orElseGet(() -> new Reading(false, status + ", and the answer does not hold " + action.field(), null, null,
					null, answer.text(), answer.source(), at));
	}

	private static Optional<String> field(GetText action, String text) {
		if (action.field().isEmpty()) {
			return Optional.of(text);
		}
		Optional<JsonNode> root = JsonField.parse(text);
		return root.flatMap((node) -> JsonField.find(node, action.field())).map(JsonField::text);
	}

	private static Reading filtered(GetText action, HttpServers.Answer answer, String text, String status, Instant at) {
		List<String> lines = LineFilter.apply(action.filters(), text.lines().toList());
		if (!action.filters().isEmpty() && lines.isEmpty()) {
			return Reading.unknown(status + ", and no line passes the filter", answer.source(), at);
		}
		String shown = action.filters().isEmpty() ? text : String.join("\n", lines);
		String summary = action.field().isEmpty() ? status : action.field() + " is " + shown.strip() + ", " + status;
		return new Reading(true, (summary.length() > 200) ? status : summary + (answer.cut() ? ", cut at 64 KiB" : ""),
				(double) answer.status(), "status", null, shown, answer.source(), at);
	}

}
