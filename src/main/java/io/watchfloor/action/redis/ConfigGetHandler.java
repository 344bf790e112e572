package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

@Component
class ConfigGetHandler extends SessionRead<ConfigGet, RedisSession> {

	private static final Set<String> SECRET = Set.of("requirepass", "masterauth", "primaryauth", "tls-key-file-pass",
			"tls-client-key-file-pass");

	ConfigGetHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<ConfigGet> type() {
		return new ActionType<>("redis.config-get", ConfigGet.class, "redis");
	}

	@Override
	protected Reading read(ConfigGet action, RedisSession session, Instant at) {
		String source = session.source("CONFIG GET " + action.parameter());
		Map<String, String> settings = new TreeMap<>(session.config(action.parameter()));
		if (settings.isEmpty()) {
			return Reading.unknown("Redis knows no setting '" + action.parameter() + "'", source, at);
		}
		settings.replaceAll((name, value) -> (SECRET.contains(name) && !value.isEmpty()) ? "[hidden]" : value);
		Reading.Table table = new Reading.Table(List.of("setting", "value"),
				settings.entrySet().stream().map((entry) -> List.of(entry.getKey(), entry.getValue())).toList());
		String summary = (settings.size() == 1) ? settings.entrySet().iterator().next().toString()
				: settings.size() + " settings";
		String text = settings.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
		return new Reading(true, summary, null, null, table, text, source, at);
	}

}
