package io.watchfloor.action.aws.dynamo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;

/**
 * The items that a condition names, by their keys.
 *
 * @param table as the service describes it
 * @param keys of every item
 * @param capacity that finding them took, in read units
 */
record Matching(Told table, List<Object> keys, BigDecimal capacity) {

	/**
	 * Reads the whole table, page by page.
	 * @throws Problem when more match than the action allows
	 */
	static Matching of(DynamoClear action, AwsSession session) {
		Told table = session.ask("dynamodb", "describe-table", Map.of("TableName", action.table()), action.region())
			.at("Table");
		Map<String, Object> scan = action.scan(names(table));
		List<Object> keys = new ArrayList<>();
		BigDecimal capacity = BigDecimal.ZERO;
		Told page;
		do {
			page = session.ask("dynamodb", "scan", scan, action.region());
			page.list("Items").forEach((item) -> keys.add(item.value()));
			capacity = capacity.add(units(page));
			if (keys.size() > action.most()) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, "More than " + action.most() + " items of "
						+ action.table() + " match. Narrow the condition, or allow more.");
			}
			if (page.at("LastEvaluatedKey").value() instanceof Map<?, ?> last) {
				scan.put("ExclusiveStartKey", last);
			}
		}
		while (page.at("LastEvaluatedKey").value() instanceof Map<?, ?> last && !last.isEmpty());
		return new Matching(table, keys, capacity);
	}

	private static BigDecimal units(Told page) {
		String units = page.at("ConsumedCapacity").text("CapacityUnits");
		return units.isEmpty() ? BigDecimal.ZERO : new BigDecimal(units);
	}

	/** The names of the key's attributes, as the expression writes them. */
	private static Map<String, String> names(Told table) {
		Map<String, String> names = new TreeMap<>();
		table.list("KeySchema").forEach((part) -> names.put("#k" + names.size(), part.text("AttributeName")));
		boolean bytes = table.list("AttributeDefinitions")
			.stream()
			.anyMatch((each) -> names.containsValue(each.text("AttributeName"))
					&& each.text("AttributeType").equals("B"));
		if (bytes) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The key of the table is bytes, which is not handled here.");
		}
		return names;
	}

	/** The same for the same keys, in whatever order. */
	String digest() {
		BigInteger sum = BigInteger.ZERO;
		for (Object key : this.keys) {
			sum = sum.xor(new BigInteger(1, HexFormat.of().parseHex(CanonicalJson.fingerprint(JsonText.write(key)))));
		}
		return sum.toString(16);
	}

}
