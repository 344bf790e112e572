package io.watchfloor.action.prometheus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.PathReader;
import org.springframework.stereotype.Component;

/** Knows the addresses of Prometheus' API. */
@Component
class PromPathReader implements PathReader {

	private static final String QUERY = "/api/v1/query";

	private static final String RANGE = "/api/v1/query_range";

	@Override
	public Optional<Action> read(String path) {
		int mark = path.indexOf('?');
		String root = (mark < 0) ? path : path.substring(0, mark);
		Map<String, String> asked = (mark < 0) ? Map.of() : parameters(path.substring(mark + 1));
		if (root.endsWith(QUERY) && asked.keySet().equals(Set.of("query"))) {
			return Optional.of(new PromQuery(asked.getOrDefault("query", "")));
		}
		if (root.endsWith(RANGE) && asked.keySet().equals(Set.of("query", "start", "end", "step"))) {
			return Optional.of(new PromRange(asked.getOrDefault("query", ""), asked.getOrDefault("start", ""),
					asked.getOrDefault("end", ""), asked.getOrDefault("step", "")));
		}
		return Arrays.stream(PromState.What.values())
			.filter((what) -> mark < 0 && root.endsWith(what.path()))
			.findFirst()
			.map(PromState::new);
	}

	private static Map<String, String> parameters(String query) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String part : query.split("&", -1)) {
			int equals = part.indexOf('=');
			String name = (equals < 0) ? part : part.substring(0, equals);
			String value = (equals < 0) ? "" : URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
			if (parameters.put(name, value) != null) {
				throw new IllegalArgumentException("the parameter " + name + " is given twice");
			}
		}
		return parameters;
	}

}
