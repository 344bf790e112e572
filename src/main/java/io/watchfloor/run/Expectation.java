package io.watchfloor.run;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output that a runbook expects, compared with what was read. JSON is compared by the
 * words and switches in it, because figures, times and versions differ from day to day; a
 * single word is compared as a whole. Anything else, prose above all, is left to the
 * person.
 */
class Expectation {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,30}|[1-5][0-9]{2}|[0-9]+/[0-9]+");

	/**
	 * What is another one every time: dates, versions, addresses, ids, what stands for
	 * more.
	 */
	private static final Pattern VARIES = Pattern.compile(
			"\\d{4}-\\d\\d-\\d\\d.*|v?\\d+(\\.\\d+)+.*|[0-9a-f-]{12,}|.*(\\.\\.\\.|…|<|>|://|\\$|X{3}).*|.{41,}|\\s*");

	private final String expected;

	Expectation(String expected) {
		this.expected = expected.strip();
	}

	Reading judge(Reading reading) {
		if (!reading.known() || reading.judgement() == Judgement.NOT_AS_EXPECTED) {
			return reading;
		}
		Judgement judgement = compare(reading);
		return (judgement == Judgement.NOT_JUDGED) ? reading : reading.judged(judgement);
	}

	private Judgement compare(Reading reading) {
		String text = Optional.ofNullable(reading.text()).orElse("").strip();
		Optional<JsonNode> wanted = object(this.expected);
		if (wanted.isPresent()) {
			return object(text).map((actual) -> compare(wanted.get(), actual)).orElse(Judgement.NOT_AS_EXPECTED);
		}
		if (!WORD.matcher(this.expected).matches() || text.isEmpty() || text.contains("\n")) {
			return Judgement.NOT_JUDGED;
		}
		return text.equals(this.expected) ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED;
	}

	private static Optional<JsonNode> object(String text) {
		try {
			return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
		}
		catch (JacksonException noJson) {
			return Optional.empty();
		}
	}

	/** Not judged when nothing in it is comparable. */
	private static Judgement compare(JsonNode wanted, JsonNode actual) {
		Judgement judgement = Judgement.NOT_JUDGED;
		for (Map.Entry<String, JsonNode> field : wanted.properties()) {
			Judgement one = field(field.getValue(), actual.path(field.getKey()));
			if (one == Judgement.NOT_AS_EXPECTED) {
				return one;
			}
			judgement = (one == Judgement.AS_EXPECTED) ? one : judgement;
		}
		return judgement;
	}

	private static Judgement field(JsonNode wanted, JsonNode actual) {
		if (wanted.isObject()) {
			return compare(wanted, actual);
		}
		boolean fixed = wanted.isBoolean() || (wanted.isString() && !VARIES.matcher(wanted.stringValue()).matches());
		if (!fixed) {
			return Judgement.NOT_JUDGED;
		}
		return wanted.equals(actual) ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED;
	}

}
