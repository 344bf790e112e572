package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The object of a change as it is now, without its secrets.
 *
 * @param there whether it exists
 * @param fields what is known of it
 */
record CurrentState(boolean there, Map<String, Object> fields) {

	/** What changes by itself all the time, so that no plan depends on it. */
	private static final Pattern RESTLESS = Pattern.compile(
			"(?i).*(time|date|timestamp|modified)|events|deployments|(running|pending)count|approximate.*|createdAt|updatedAt|storedBytes|LastStatus|ItemCount|TableSizeBytes|percentprogress|lastAccessed.*");

	static CurrentState of(Twin twin, AwsChange action, AwsSession session) {
		try {
			Map<String, Object> answer = session.call(action.service(), twin.describe(),
					parameters(twin, action.parameters()), action.region());
			Object state = Query.find(twin.state(), Secrecy.hide(action.service(), answer));
			return (state instanceof Map<?, ?> map && !(map.isEmpty() && twin.effect() != Twin.Effect.CHANGES)
					&& !another(map, action)) ? new CurrentState(true, named(map)) : new CurrentState(false, Map.of());
		}
		catch (Problem problem) {
			if (problem.category() == Problem.Category.TARGET_SAID_NO
					&& (twin.effect() == Twin.Effect.SUCCEEDS || isAbsent(problem))) {
				return new CurrentState(false, Map.of());
			}
			throw problem;
		}
	}

	/** Log groups are found by how their names begin; the next one is another one. */
	private static boolean another(Map<?, ?> found, AwsChange action) {
		Object asked = action.parameters().get("logGroupName");
		Object name = found.get("logGroupName");
		return asked != null && name != null && !asked.equals(name);
	}

	private static boolean isAbsent(Problem problem) {
		return String.valueOf(problem.getMessage())
			.matches("(?is).*(not ?found|does not exist|no ?such|non-?existent).*");
	}

	/** What the describe call is asked with. */
	static Map<String, Object> parameters(Twin twin, Map<String, Object> of) {
		Map<String, Object> parameters = new TreeMap<>();
		if (Query.find(twin.parameters(), of) instanceof Map<?, ?> map) {
			map.forEach((name, value) -> without(value).ifPresent((it) -> parameters.put(name.toString(), it)));
		}
		return parameters;
	}

	private static Optional<Object> without(@Nullable Object value) {
		if (value instanceof List<?> list) {
			List<Object> kept = new ArrayList<>();
			list.forEach((each) -> without(each).ifPresent(kept::add));
			return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
		}
		return Optional.ofNullable(value);
	}

	private static Map<String, Object> named(Map<?, ?> map) {
		Map<String, Object> named = new LinkedHashMap<>();
		map.forEach((name, value) -> {
			if (value != null) {
				named.put(name.toString(), value);
			}
		});
		return named;
	}

	/** A field by its name, in either case of its first letters. */
	Optional<Object> field(String name) {
		return this.fields.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().equalsIgnoreCase(name))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	/** What a plan depends on: short values as they are, the rest as digests. */
	SortedMap<String, String> markers() {
		SortedMap<String, String> markers = new TreeMap<>();
		markers.put("there", Boolean.toString(this.there));
		this.fields.forEach((name, value) -> {
			if (!RESTLESS.matcher(name).matches()) {
				markers.put("is." + name, (value instanceof Map || value instanceof List)
						? CanonicalJson.fingerprint(steady(value)) : value.toString());
			}
		});
		return markers;
	}

	private static Object steady(Object value) {
		return switch (value) {
			case Map<?, ?> map -> {
				SortedMap<String, Object> kept = new TreeMap<>();
				map.forEach((name, each) -> {
					if (each != null && !RESTLESS.matcher(name.toString()).matches()) {
						kept.put(name.toString(), steady(each));
					}
				});
				yield kept;
			}
			case List<?> list -> list.stream().map((each) -> (each != null) ? steady(each) : "").toList();
			default -> value.toString();
		};
	}

	/** Short values, for people. */
	List<String> facts() {
		return this.fields.entrySet()
			.stream()
			.filter((entry) -> !(entry.getValue() instanceof Map || entry.getValue() instanceof List)
					&& entry.getValue().toString().length() <= 120)
			.limit(16)
			.map((entry) -> entry.getKey() + " is " + entry.getValue())
			.toList();
	}

	/** Whether an expression of the twin holds for it; an empty one says nothing. */
	Optional<Boolean> holds(String expression) {
		return (expression.isEmpty() || !this.there) ? Optional.empty()
				: Optional.of(Boolean.TRUE.equals(Query.find(expression, this.fields)));
	}

}
