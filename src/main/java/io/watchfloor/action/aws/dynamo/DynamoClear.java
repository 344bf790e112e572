package io.watchfloor.action.aws.dynamo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.CallText;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Deletes the items of a table that a condition names.
 *
 * @param table its name
 * @param attribute that is compared
 * @param condition how
 * @param value with what; for BEFORE digits are a number
 * @param most how many at most; more make no plan
 * @param region where to; empty for the target's own
 */
public record DynamoClear(String table, String attribute, Condition condition, String value, int most,
		String region) implements Calling {

	/** How an attribute is compared. */
	public enum Condition {

		/** Text that begins so. */
		PREFIX("begins_with(#a, :v)"),
		/** Text that is so. */
		EQUALS("#a = :v"),
		/** A number or a text that is less. */
		BEFORE("#a < :v");

		private final String expression;

		Condition(String expression) {
			this.expression = expression;
		}

	}

	public DynamoClear {
		if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
			throw new IllegalArgumentException("'" + table + "' is no name of a table");
		}
		if (attribute.isBlank() || attribute.length() > 255 || value.isEmpty() || value.length() > 1_000) {
			throw new IllegalArgumentException("an attribute and what it is compared with must be named");
		}
		if (most < 1 || most > 1_000_000) {
			throw new IllegalArgumentException("from 1 to 1000000 items at most, not " + most);
		}
	}

	/** Finds the items, strongly consistent; keys only. */
	Map<String, Object> scan(Map<String, String> keys) {
		Map<String, Object> names = new TreeMap<>(Map.of("#a", this.attribute));
		keys.forEach(names::put);
		boolean number = this.condition == Condition.BEFORE && this.value.matches("-?[0-9]+(\\.[0-9]+)?");
		return new TreeMap<>(Map.of("TableName", this.table, "FilterExpression", this.condition.expression,
				"ProjectionExpression", String.join(", ", keys.keySet()), "ExpressionAttributeNames", names,
				"ExpressionAttributeValues", Map.of(":v", Map.of(number ? "N" : "S", this.value)), "ConsistentRead",
				true, "ReturnConsumedCapacity", "TOTAL"));
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Delete the items of " + this.table + " whose " + this.attribute + switch (this.condition) {
			case PREFIX -> " begins with ";
			case EQUALS -> " is ";
			case BEFORE -> " is before ";
		} + this.value;
	}

	/** What finds them; each is then deleted by its key. */
	@Override
	public String commandLine() {
		return new CallText("dynamodb", "scan").parameters(scan(Map.of("#k0", "the key"))).option("region", this.region)
				+ " | (delete-item by key)";
	}

	@Override
	public List<AwsCall> calls() {
		return Stream.of("describe-table", "scan", "batch-write-item")
			.map((call) -> new AwsCall("dynamodb", call, Map.of("TableName", this.table), this.region))
			.toList();
	}

}
