package io.watchfloor.runbook.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.TargetHint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call asks for, as a flat list: its type, its target, and every parameter by its
 * JSON pointer. Two calls are the same when their shapes are.
 *
 * @param parameters the scalars' texts by pointer
 */
record ActionShape(String type, String target, Map<String, String> parameters) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static ActionShape of(ActionCall call) {
		Map<String, String> flat = new TreeMap<>();
		flatten("", MAPPER.valueToTree(call.action()), flat);
		flatten("/|", MAPPER.valueToTree(call.filters()), flat);
		return new ActionShape(call.action().getClass().getName(), text(call.hint()), flat);
	}

	private static void flatten(String at, JsonNode node, Map<String, String> flat) {
		if (node.isObject()) {
			flat.put(at + "/{}", "");
			node.properties().forEach((property) -> flatten(at + "/" + property.getKey(), property.getValue(), flat));
		}
		else if (node.isArray()) {
			flat.put(at + "/[]", String.valueOf(node.size()));
			for (int i = 0; i < node.size(); i++) {
				flatten(at + "/" + i, node.get(i), flat);
			}
		}
		else {
			flat.put(at, node.isString() ? node.stringValue() : node.getNodeType() + " " + node);
		}
	}

	private static String text(TargetHint hint) {
		return switch (hint) {
			case TargetHint.Variable(String name) -> "$" + name;
			case TargetHint.Written(String text) -> text;
			case TargetHint.Unnamed _ -> "";
		};
	}

	/** The pointers at which a value stands, in the pointers' own names too. */
	Set<String> places(String value) {
		Set<String> places = new LinkedHashSet<>();
		this.parameters.forEach((pointer, text) -> {
			if (holds(pointer, value) || holds(text, value)) {
				places.add(pointer);
			}
		});
		return places;
	}

	boolean targets(String value) {
		return holds(this.target, value);
	}

	/** The same with another value in place of one. */
	ActionShape with(Map<String, String> values) {
		Map<String, String> changed = new TreeMap<>();
		this.parameters.forEach((pointer, text) -> changed.put(replace(pointer, values), replace(text, values)));
		return new ActionShape(this.type, replace(this.target, values), changed);
	}

	/**
	 * The pointers at which two calls differ; null when they are not of the same type,
	 * target and form.
	 */
	@org.jspecify.annotations.Nullable
	Set<String> differences(ActionShape other) {
		if (!this.type.equals(other.type) || !this.target.equals(other.target)
				|| !this.parameters.keySet().equals(other.parameters.keySet())) {
			return null;
		}
		Set<String> differences = new TreeSet<>();
		this.parameters.forEach((pointer, text) -> {
			if (!text.equals(other.parameters.get(pointer))) {
				differences.add(pointer);
			}
		});
		return differences;
	}

	private static boolean holds(String text, String value) {
		return text.contains(value) && bounded(value).matcher(text).find();
	}

	private static String replace(String text, Map<String, String> values) {
		String replaced = text;
		List<String> later = new ArrayList<>();
		for (Map.Entry<String, String> value : values.entrySet()) {
			if (replaced.contains(value.getKey())) {
				String mark = "\uFFFC" + later.size() + "\uFFFC";
				later.add(value.getValue());
				replaced = bounded(value.getKey()).matcher(replaced).replaceAll(mark);
			}
		}
		for (int i = 0; i < later.size(); i++) {
			replaced = replaced.replace("\uFFFC" + i + "\uFFFC", later.get(i));
		}
		return replaced;
	}

	/** A number is only found where it is not part of a longer one. */
	private static Pattern bounded(String value) {
		String literal = Pattern.quote(value);
		return Pattern.compile(value.matches("\\d+") ? "(?<![0-9])" + literal + "(?![0-9])" : literal);
	}

}
