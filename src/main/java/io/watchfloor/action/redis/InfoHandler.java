package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Reads INFO; a cache that nobody asked has no hit rate, and so no figure. */
@Component
class InfoHandler extends SessionRead<Info, RedisSession> {

	/** Sections without hits and misses, or in which they are not the point. */
	private static final Set<String> WITH_HIT_RATE = Set.of("", "all", "default", "everything", "stats");

	InfoHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Info> type() {
		return new ActionType<>("redis.info", Info.class, "redis");
	}

	@Override
	protected Reading read(Info action, RedisSession session, Instant at) {
		String source = session.source("INFO " + action.section());
		String answer = session.info(action.section());
		ServerInfo info = ServerInfo.parse(answer);
		List<String> lines = LineFilter.apply(action.filters(), answer.lines().toList());
		if (info.properties().isEmpty() || lines.isEmpty()) {
			return Reading.unknown(
					"The answer holds nothing" + (action.filters().isEmpty() ? "" : " that the filter keeps"), source,
					at);
		}
		return reading(action, info, lines, source, at);
	}

	private static Reading reading(Info action, ServerInfo info, List<String> lines, String source, Instant at) {
		Reading.Table table = table(lines);
		String text = String.join("\n", lines);
		if (action.section().equals("memory")) {
			return new Reading(info.number("used_memory") >= 0, info.memory(), (double) info.number("used_memory"),
					"bytes", table, text, source, at);
		}
		if (!WITH_HIT_RATE.contains(action.section())) {
			return new Reading(true, table.rows().size() + " figures", null, null, table, text, source, at);
		}
		OptionalDouble rate = info.hitRate();
		if (rate.isEmpty()) {
			return new Reading(false, "Nothing was looked up yet, so there is no hit rate", null, null, table, text,
					source, at);
		}
		String summary = "hit rate %.1f %% (%s hits, %s misses)".formatted(rate.getAsDouble(),
				Counts.number(info.number("keyspace_hits")), Counts.number(info.number("keyspace_misses")));
		return new Reading(true, summary, rate.getAsDouble(), "%", table, text, source, at);
	}

	private static Reading.Table table(List<String> lines) {
		return new Reading.Table(List.of("property", "value"),
				ServerInfo.parse(lines)
					.properties()
					.entrySet()
					.stream()
					.map((entry) -> List.of(entry.getKey(), entry.getValue()))
					.toList());
	}

}
