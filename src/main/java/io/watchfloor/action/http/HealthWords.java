package io.watchfloor.action.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Reading.Judgement;
import tools.jackson.databind.JsonNode;

/**
 * Judges an answer by its status, and the answer of a health address by the word it gives
 * for itself. A word that is on neither list judges nothing.
 */
final class HealthWords {

	private static final Pattern ADDRESS = Pattern
		.compile("(?i).*(?:health|ready|readiness|live|liveness|alive|status|ping|heartbeat|up).*");

	private static final List<String> FIELDS = List.of("status", "health", "state", "ok", "healthy");

	private static final Set<String> WELL = Set.of("ok", "up", "healthy", "pass", "passing", "green", "ready", "alive",
			"live", "running", "operational", "success", "available", "online", "true", "none", "pong", "serving");

	private static final Set<String> ILL = Set.of("down", "unhealthy", "degraded", "fail", "failed", "failing", "error",
			"critical", "red", "yellow", "warn", "warning", "unavailable", "offline", "outage", "out_of_service",
			"not_ready", "not ready", "not ok", "false", "minor", "major", "partial", "maintenance", "not_serving",
			"stopped", "dead");

	private HealthWords() {
	}

	static Judgement judge(String path, Answer answer) {
		if (answer.status() >= 400) {
			return Judgement.NOT_AS_EXPECTED;
		}
		if (answer.status() >= 300) {
			return Judgement.NOT_JUDGED;
		}
		return word(path, answer).map((word) -> ILL.contains(word) ? Judgement.NOT_AS_EXPECTED
				: WELL.contains(word) ? Judgement.AS_EXPECTED : Judgement.NOT_JUDGED)
			.orElse(Judgement.NOT_JUDGED);
	}

	/** What a health address says of itself, for the summary. */
	static String said(String path, Answer answer) {
		return word(path, answer).filter((word) -> WELL.contains(word) || ILL.contains(word))
			.map((word) -> ", says " + word)
			.orElse("");
	}

	/** Whether a word says that something is well. */
	static boolean well(String word) {
		return WELL.contains(word);
	}

	/** Whether a word says that something is not well. */
	static boolean ill(String word) {
		return ILL.contains(word);
	}

	/** The word that one component has for itself; empty when it has none. */
	static String of(JsonNode component) {
		if (!component.isObject()) {
			return word(component);
		}
		List<String> words = FIELDS.stream()
			.map(component::path)
			.map(HealthWords::word)
			.filter((word) -> !word.isEmpty())
			.toList();
		return words.stream().filter(ILL::contains).findFirst().or(() -> words.stream().findFirst()).orElse("");
	}

	/**
	 * The first field's word; a bad one anywhere counts more than a good one before it.
	 */
	private static Optional<String> word(String path, Answer answer) {
		if (!ADDRESS.matcher(path.replaceFirst("\\?.*", "")).matches() || answer.cut()) {
			return Optional.empty();
		}
		Optional<JsonNode> root = JsonField.parse(answer.text()).filter(JsonNode::isObject);
		if (root.isEmpty()) {
			return Optional.of(answer.text().strip().toLowerCase(Locale.ROOT)).filter((text) -> text.length() < 20);
		}
		List<String> words = FIELDS.stream()
			.map(root.get()::path)
			.map(HealthWords::word)
			.filter((w) -> !w.isEmpty())
			.toList();
		return words.stream().filter(ILL::contains).findFirst().or(() -> words.stream().findFirst());
	}

	/** A scalar, or a status page's indicator. */
	private static String word(JsonNode node) {
		JsonNode scalar = node.isObject() ? node.path("indicator") : node;
		return (scalar.isValueNode() && !scalar.isNull()) ? scalar.asString().strip().toLowerCase(Locale.ROOT) : "";
	}

}
