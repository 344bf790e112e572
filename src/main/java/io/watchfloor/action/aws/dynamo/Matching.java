package io.watchfloor.action.aws.dynamo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.ExportFile;
import io.watchfloor.action.aws.Told;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

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
		return of(action, session, null);
	}

	/** As {@link #of}, with every whole item into an export on the way. */
	static Matching exported(DynamoClear action, AwsSession session, ExportFile.Writing export) {
		return of(action, session, export);
	}

	private static Matching of(DynamoClear action, AwsSession session, ExportFile.@Nullable Writing export) {
		Told table = session.ask("dynamodb", "describe-table", Map.of("TableName", action.table()), action.region())
			.at("Table");
		Map<String, String> names = names(table);
		Map<String, Object> scan = action.scan(names);
		if (export != null) {
			scan.remove("ProjectionExpression");
			scan.put("ExpressionAttributeNames", Map.of("#a", action.attribute()));
		}
		List<Object> keys = new ArrayList<>();
		BigDecimal capacity = BigDecimal.ZERO;
		Told page;
		do {
			page = session.ask("dynamodb", "scan", scan, action.region());
			List<Told> items = page.list("Items");
			if (export != null && !items.isEmpty()) {
				export.add(items.stream().map((item) -> JsonText.write(Objects.requireNonNull(item.value()))).toList());
			}
			items.forEach((item) -> keys.add(key(item, names)));
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

	private static Object key(Told item, Map<String, String> names) {
		Map<String, Object> key = new TreeMap<>();
		names.values().forEach((name) -> key.put(name, Objects.requireNonNull(item.at(name).value())));
		return key;
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
