package io.watchfloor.sandbox.app;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.sandbox.app.Health.Part;
import io.watchfloor.sandbox.app.Health.State;
import io.watchfloor.sandbox.sample.SampleSystem;

/** What the application answers at its health and metrics addresses. */
final class Pages {

	static final String JSON = "application/json";

	private static final Page MISSING = new Page(404, JSON, "{\"error\":\"not found\"}");

	private final SampleSystem system;

	private final Health health;

	private final Supplier<String> metricsText;

	private final AppMetrics metrics;

	private final Clock clock;

	Pages(SampleSystem system, Health health, Supplier<String> metricsText, AppMetrics metrics, Clock clock) {
		this.system = system;
		this.health = health;
		this.metricsText = metricsText;
		this.metrics = metrics;
		this.clock = clock;
	}

	/** The answer for a path. */
	Page page(String path) {
		if (path.equals("/metrics")) {
			return new Page(200, "text/plain; version=0.0.4; charset=utf-8", this.metricsText.get());
		}
		return switch (this.system) {
			case CUSTOMER_SUCCESS -> path.equals("/health") ? summary() : MISSING;
			case ORDERDESK -> switch (path) {
				case "/health" -> summary();
				case "/health/ready" -> ready();
				case "/health/detailed" -> detailed();
				default -> MISSING;
			};
		};
	}

	private Page summary() {
		List<Part> parts = this.health.check();
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("status", State.worst(parts).word());
		answer.put("timestamp", this.clock.instant());
		List<String> reasons = parts.stream().map(Part::reason).filter((reason) -> !reason.isEmpty()).toList();
		if (!reasons.isEmpty()) {
			answer.put("reasons", reasons);
		}
		return answer(parts, answer);
	}

	private Page ready() {
		List<Part> parts = this.health.check();
		boolean ready = State.worst(parts) != State.UNHEALTHY;
		return answer(parts, Map.of("status", ready ? "ready" : "not ready", "timestamp", this.clock.instant()));
	}

	private Page detailed() {
		List<Part> parts = this.health.check();
		Map<String, Object> checks = new LinkedHashMap<>();
		parts.forEach((part) -> checks.put(part.name(), describe(part)));
		return answer(parts,
				Map.of("status", State.worst(parts).word(), "timestamp", this.clock.instant(), "checks", checks));
	}

	private Map<String, Object> describe(Part part) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("status", part.state().word());
		if (!part.reason().isEmpty()) {
			facts.put("reason", part.reason());
		}
		if (part.name().equals("cache")) {
			facts.put("backend", "redis");
			facts.put("hit_rate", Math.round(this.metrics.hitRate() * 1000) / 1000.0);
		}
		return facts;
	}

	private static Page answer(List<Part> parts, Map<String, Object> answer) {
		return new Page((State.worst(parts) == State.UNHEALTHY) ? 503 : 200, JSON, CanonicalJson.write(answer));
	}

	/**
	 * One answer.
	 *
	 * @param status the HTTP status
	 * @param type the content type
	 * @param text the body
	 */
	record Page(int status, String type, String text) {
	}

}
