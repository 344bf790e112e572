package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Filters the events since a time; the value is how many there are. */
@Component
class LogsTailHandler extends SessionRead<LogsTail, AwsSession> {

	private static final int MOST_EVENTS = 2_000;

	private static final DateTimeFormatter DETAILED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

	LogsTailHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<LogsTail> type() {
		return new ActionType<>("aws.logs-tail", LogsTail.class, AwsTargets.KIND);
	}

	@Override
	protected Reading read(LogsTail action, AwsSession session, Instant at) {
		Map<String, Object> parameters = new TreeMap<>(
				Map.of("logGroupName", action.group(), "startTime", action.from(at).toEpochMilli()));
		if (!action.filter().isEmpty()) {
			parameters.put("filterPattern", action.filter());
		}
		if (!action.prefix().isEmpty()) {
			parameters.put("logStreamNamePrefix", action.prefix());
		}
		AwsRead call = new AwsRead("logs", "filter-log-events", parameters, action.region(), "", "json", MOST_EVENTS,
				true);
		PagedAnswer answer = PagedAnswer.of(session, call);
		List<?> events = (List<?>) answer.tree().getOrDefault("events", List.of());
		String text = events.stream().map((event) -> line(action, (Map<?, ?>) event)).collect(Collectors.joining("\n"));
		String summary = events.size() + " events since " + action.from(at)
				+ (answer.cut() || events.size() == MOST_EVENTS ? ", and there are more" : "");
		return new Reading(true, summary, (double) events.size(), "events", null, text,
				action.commandLine() + " in " + session.region(action.region()), at);
	}

	private static String line(LogsTail action, Map<?, ?> event) {
		Instant time = Instant.ofEpochMilli(Trees.number(event, "timestamp"));
		String message = Trees.text(event, "message").stripTrailing();
		return switch (action.format()) {
			case "short" -> SHORT.format(time.atOffset(ZoneOffset.UTC)) + " " + message;
			default ->
				DETAILED.format(time.atOffset(ZoneOffset.UTC)) + "+00:00 " + event.get("logStreamName") + " " + message;
		};
	}

}
