package io.watchfloor.action.kubernetes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.action.Plan;
import org.jspecify.annotations.Nullable;

/**
 * One request to an API server.
 *
 * @param query in order
 * @param contentType of the body; absent without one
 * @param body JSON
 */
record ApiCall(String method, String path, Map<String, String> query, @Nullable String contentType,
		@Nullable String body) {

	ApiCall {
		query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
	}

	static ApiCall get(String path, Map<String, String> query) {
		return new ApiCall("GET", path, query, null, null);
	}

	static ApiCall patch(String path, KubePatch.Kind kind, String body) {
		return new ApiCall("PATCH", path, Map.of(), kind.contentType(), body);
	}

	static ApiCall json(String method, String path, String body) {
		return new ApiCall(method, path, Map.of(), "application/json", body);
	}

	ApiCall with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.query);
		more.put(name, value);
		return new ApiCall(this.method, this.path, more, this.contentType, this.body);
	}

	/** Path and query, encoded. */
	String address() {
		return this.query.isEmpty() ? this.path
				: this.path + "?" + this.query.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&"));
	}

	/** As the plan shows and the execution announces it. */
	Plan.Call planned() {
		return new Plan.Call(this.method + " " + address() + ((this.body != null) ? " " + this.body : ""));
	}

}
