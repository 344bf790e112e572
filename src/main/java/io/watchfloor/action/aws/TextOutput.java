package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An answer as {@code --output text} prints it: one line per structure, tabs between its
 * scalars in the order of their names, what is nested on lines of its own that start with
 * its name. The rules are those of awscli's {@code text.py}.
 */
final class TextOutput {

	private final StringBuilder out = new StringBuilder();

	private TextOutput() {
	}

	static String of(@Nullable Object value) {
		TextOutput text = new TextOutput();
		text.write(value, null, null);
		return text.out.toString().stripTrailing();
	}

	private void write(@Nullable Object item, @Nullable String name, @Nullable List<String> keys) {
		switch (item) {
			case Map<?, ?> map -> structure(map, name, keys);
			case List<?> list -> list(list, name);
			case null, default -> line(scalar(item));
		}
	}

	private void list(List<?> items, @Nullable String name) {
		if (items.stream().anyMatch(Map.class::isInstance)) {
			List<String> keys = scalarKeys(items);
			items.forEach((item) -> write(item, name, keys));
		}
		else if (items.stream().anyMatch(List.class::isInstance)) {
			List<?> scalars = items.stream().filter((item) -> !(item instanceof List)).toList();
			scalars(scalars, name);
			items.stream().filter(List.class::isInstance).forEach((item) -> write(item, name, null));
		}
		else {
			scalars(items, name);
		}
	}

	private void scalars(List<?> items, @Nullable String name) {
		if (items.isEmpty()) {
			return;
		}
		if (name == null) {
			line(items.stream().map(TextOutput::scalar).collect(Collectors.joining("\t")));
		}
		else {
			items.forEach((item) -> line(name.toUpperCase(Locale.ROOT) + "\t" + scalar(item)));
		}
	}

	private static List<String> scalarKeys(List<?> items) {
		TreeSet<String> keys = new TreeSet<>();
		items.stream()
			.filter(Map.class::isInstance)
			.map(Map.class::cast)
			.forEach((map) -> ((Map<?, ?>) map).forEach((key, value) -> {
				if (!nested(value)) {
					keys.add(key.toString());
				}
			}));
		return List.copyOf(keys);
	}

	private static boolean nested(@Nullable Object value) {
		return value instanceof Map || value instanceof List;
	}

	private void structure(Map<?, ?> map, @Nullable String name, @Nullable List<String> keys) {
		Map<String, @Nullable Object> sorted = new TreeMap<>();
		map.forEach((key, value) -> sorted.put(key.toString(), value));
		List<String> cells = new ArrayList<>();
		if (keys == null) {
			sorted.values().stream().filter((value) -> !nested(value)).forEach((value) -> cells.add(scalar(value)));
		}
		else {
			keys.forEach((key) -> cells.add(sorted.containsKey(key) ? scalar(sorted.get(key)) : ""));
		}
		if (!cells.isEmpty()) {
			line(((name != null) ? name.toUpperCase(Locale.ROOT) + "\t" : "") + String.join("\t", cells));
		}
		sorted.forEach((key, value) -> {
			if ((keys == null) ? nested(value) : !keys.contains(key)) {
				write(value, key, null);
			}
		});
	}

	/** As Python writes it. */
	private static String scalar(@Nullable Object value) {
		return switch (value) {
			case null -> "None";
			case Boolean flag -> flag ? "True" : "False";
			default -> value.toString();
		};
	}

	private void line(String line) {
		this.out.append(line).append('\n');
	}

}
