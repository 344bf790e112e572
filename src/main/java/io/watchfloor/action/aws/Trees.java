package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Parameters as nested maps, lists and scalars that nobody can change. */
final class Trees {

	private Trees() {
	}

	/**
	 * A copy, names in order. Whole numbers keep one type, so that equal trees are equal.
	 */
	static Map<String, Object> copy(Map<?, ?> tree) {
		Map<String, Object> copy = new TreeMap<>();
		tree.forEach((name, value) -> copy.put(String.valueOf(name), value(value)));
		return Collections.unmodifiableMap(copy);
	}

	/** A text of a row; empty where there is none. */
	static String text(Map<?, ?> row, String name) {
		return Objects.toString(row.get(name), "");
	}

	/** A number of a row; 0 where there is none. */
	static long number(Map<?, ?> row, String name) {
		return (row.get(name) instanceof Number number) ? number.longValue() : 0;
	}

	private static Object value(@Nullable Object value) {
		return switch (Objects.requireNonNull(value, "a parameter without a value")) {
			case Map<?, ?> map -> copy(map);
			case List<?> list -> list(list);
			case Long number when number == number.intValue() -> Integer.valueOf(number.intValue());
			case Object scalar -> scalar;
		};
	}

	private static List<Object> list(List<?> values) {
		List<Object> copy = new ArrayList<>();
		values.forEach((value) -> copy.add(value(value)));
		return List.copyOf(copy);
	}

}
