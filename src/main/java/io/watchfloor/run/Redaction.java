package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.catalog.LineRedaction;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hides secrets in everything that a run stores or shows (law 7). */
@Component
class Redaction {

	private static final int LONGEST_TYPED = 4_000;

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Secrets secrets;

	Redaction(Secrets secrets) {
		this.secrets = secrets;
	}

	/** Text without secrets and without control characters. */
	String text(String text) {
		return DisplayText.inert(this.secrets.redact(text));
	}

	/** Begins to hide secrets in the lines of one stream. */
	LineRedaction lines() {
		return this.secrets.lines();
	}

	/**
	 * What a person typed, as it may be kept.
	 * @throws Problem when nobody types that much
	 */
	String typed(String text) {
		if (text.length() > LONGEST_TYPED) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The text has %s; at most 4,000 are kept. Shorten it, and put the rest where a link can lead."
						.formatted(Counted.of(text.length(), "character")));
		}
		return text(text.strip());
	}

	Plan plan(Plan plan) {
		return hide(plan, Plan.class);
	}

	Reading reading(Reading reading) {
		return hide(reading, Reading.class);
	}

	private <T> T hide(T value, Class<T> type) {
		return MAPPER.treeToValue(hide(MAPPER.valueToTree(value)), type);
	}

	private JsonNode hide(JsonNode node) {
		return switch (node) {
			case ObjectNode object -> hideIn(object);
			case ArrayNode array -> hideIn(array);
			default -> node.isString() ? MAPPER.getNodeFactory().stringNode(text(node.stringValue())) : node;
		};
	}

	private ObjectNode hideIn(ObjectNode object) {
		ObjectNode hidden = MAPPER.createObjectNode();
		for (Map.Entry<String, JsonNode> property : object.properties()) {
			hidden.set(this.secrets.redact(property.getKey()), hide(property.getValue()));
		}
		return hidden;
	}

	private ArrayNode hideIn(ArrayNode array) {
		ArrayNode hidden = MAPPER.createArrayNode();
		array.forEach((element) -> hidden.add(hide(element)));
		return hidden;
	}

}
