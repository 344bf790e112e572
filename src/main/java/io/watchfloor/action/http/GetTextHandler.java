package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Shows a page; its value is the status code, because the text alone can look well. */
@Component
class GetTextHandler extends SessionRead<GetText, HttpSession> {

	GetTextHandler(HttpServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<GetText> type() {
		return new ActionType<>("http.get", GetText.class, HttpTargets.KIND);
	}

	@Override
	protected Reading read(GetText action, HttpSession session, Instant at) {
		Answer answer = session.get(action);
		String status = "status %d (%d ms)".formatted(answer.status(), answer.millis());
		if (action.failOnError() && answer.status() >= 400) {
			return new Reading(false, "The service answered with " + status, null, null, null, answer.text(),
					answer.source(), at);
		}
		if (!action.format().isEmpty()) {
			return formatted(action, answer, status, at);
		}
		if (!action.field().isEmpty()) {
			return field(action, answer, status, at);
		}
		String text = (action.show() == GetText.Show.BODY) ? answer.text() : answer.head() + "\n" + answer.text();
		return new Reading(true,
				status + HealthWords.said(action.path(), answer) + (answer.cut() ? ", cut at 64 KiB" : ""),
				(double) answer.status(), "status", null, text.stripTrailing(), answer.source(), at)
			.judged(HealthWords.judge(action.path(), answer));
	}

	private static Reading formatted(GetText action, Answer answer, String status, Instant at) {
		String text = action.format()
			.replace("%{http_code}", Integer.toString(answer.status()))
			.replace("%{response_code}", Integer.toString(answer.status()))
			.replace("%{time_total}", String.format(Locale.ROOT, "%.6f", answer.millis() / 1e3))
			.replace("%{size_download}", Integer.toString(answer.text().length()))
			.replace("\\n", "\n")
			.replace("\\t", "\t");
		return new Reading(true, status, (double) answer.status(), "status", null, text.stripTrailing(),
				answer.source(), at)
			.judged((answer.status() >= 400) ? Reading.Judgement.NOT_AS_EXPECTED : Reading.Judgement.NOT_JUDGED);
	}

	private static Reading field(GetText action, Answer answer, String status, Instant at) {
		if (answer.cut()) {
			return Reading.unknown("The answer is longer than 64 KiB and would be searched only in part",
					answer.source(), at);
		}
		Optional<String> found = JsonField.parse(answer.text())
			.flatMap((node) -> JsonField.find(node, action.field()))
			.map(JsonField::text);
		if (found.isEmpty()) {
			return new Reading(false, status + ", and the answer does not hold " + action.field(), null, null, null,
					answer.text(), answer.source(), at);
		}
		String summary = action.field() + " is " + found.get().strip() + ", " + status;
		return new Reading(true, (summary.length() > 200) ? status : summary, (double) answer.status(), "status", null,
				found.get(), answer.source(), at)
			.judged(HealthWords.judge(action.path(), answer));
	}

}
