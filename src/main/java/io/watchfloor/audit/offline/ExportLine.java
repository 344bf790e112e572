package io.watchfloor.audit.offline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one line strictly: a field that the hash does not cover, a field twice, or a
 * number where a text belongs would let a changed line pass for the original.
 */
final class ExportLine {

	private static final Set<String> FIELDS = Set.of("sequence", "recordedAt", "actorId", "actorName", "action",
			"target", "planFingerprint", "reason", "result", "details", "previousHash", "hash");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final JsonNode line;

	private final long number;

	private ExportLine(JsonNode line, long number) {
		this.line = line;
		this.number = number;
	}

	static ExportLine parse(String text, long number) throws BrokenChain {
		try {
			return new ExportLine(JSON.readTree(text), number);
		}
		catch (JacksonException malformed) {
			throw new BrokenChain("Line " + number + " is not one JSON object: " + malformed.getOriginalMessage());
		}
	}

	/** Whether it is the line that ends an export. */
	boolean isEnd() {
		return this.line.has("end");
	}

	/** Checks that the end line tells what was read. */
	void checkEnd(long records, String hash) throws BrokenChain {
		JsonNode end = this.line.path("end");
		if (end.path("records").asLong(-1) != records || !end.path("hash").asString("").equals(hash)) {
			throw new BrokenChain("The end line tells of " + end.path("records").asString("?") + " records, but "
					+ records + " were read.");
		}
	}

	ExportedRecord record() throws BrokenChain {
		for (String field : this.line.propertyNames()) {
			demand(FIELDS.contains(field), "an unknown field, " + field);
		}
		demand(this.line.path("sequence").isIntegralNumber(), "no sequence");
		return new ExportedRecord(this.line.path("sequence").asLong(), instant(), text("actorId"), text("actorName"),
				text("action"), text("target"), optional("planFingerprint"), optional("reason"), text("result"),
				details(), text("previousHash"), text("hash"));
	}

	private Instant instant() throws BrokenChain {
		try {
			Instant instant = Instant.parse(text("recordedAt"));
			demand(instant.equals(instant.truncatedTo(ChronoUnit.MICROS)), "an instant finer than microseconds");
			return instant;
		}
		catch (DateTimeException malformed) {
			throw new BrokenChain("Line " + this.number + " has an instant that cannot be read.");
		}
	}

	private Map<String, String> details() throws BrokenChain {
		JsonNode object = this.line.path("details");
		demand(object.isObject(), "no details object");
		Map<String, String> details = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> detail : object.properties()) {
			demand(detail.getValue().isString(), "a detail that is no text, " + detail.getKey());
			details.put(detail.getKey(), detail.getValue().stringValue());
		}
		return details;
	}

	private String text(String field) throws BrokenChain {
		JsonNode value = this.line.path(field);
		demand(value.isString(), "no text in the field " + field);
		return value.stringValue();
	}

	private @Nullable String optional(String field) throws BrokenChain {
		return this.line.path(field).isNull() ? null : text(field);
	}

	private void demand(boolean met, String otherwise) throws BrokenChain {
		if (!met) {
			throw new BrokenChain("Line " + this.number + " has " + otherwise + ".");
		}
	}

}
