package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

@Component
class LogsHandler extends SessionRead<Logs, Engine> {

	LogsHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<Logs> type() {
		return new ActionType<>("docker.logs", Logs.class, "docker");
	}

	@Override
	protected Reading read(Logs action, Engine engine, Instant at) {
		String path = LogReading.path(action.container(), action.options(), at);
		HttpAnswer answer = engine.bytes(path, LogReading.MOST_BYTES);
		return reading(LogText.of(answer.body()), answer.cut(), action.options(),
				"GET " + path + " at " + engine.address(), at);
	}

	static Reading reading(String text, boolean cut, LogOptions options, String source, Instant at) {
		long lines = text.lines().count();
		String summary = (lines == 0) ? "it wrote nothing" : lines + " lines" + (cut ? ", cut at the limit" : "")
				+ (options.follow() ? "; a look at the newest, it does not go on by itself" : "");
		return new Reading(true, summary, (double) lines, "lines", null, text, source, at);
	}

}
