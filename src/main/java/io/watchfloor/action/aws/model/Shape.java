package io.watchfloor.action.aws.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a value may be. {@link #check} takes a value as JSON has it and returns it in its
 * one spelling, so that equal calls are equal.
 */
public sealed interface Shape {

	/**
	 * Checks a value strictly.
	 * @param path where it stands, for the message
	 * @throws IllegalArgumentException what is wrong with it, in words
	 */
	Object check(String path, @Nullable Object value);

	private static IllegalArgumentException wrong(String path, String expected, @Nullable Object value) {
		String shown = (value instanceof Map || value instanceof List) ? "a structure" : "'" + value + "'";
		return new IllegalArgumentException(path + " must be " + expected + ", not " + shown);
	}

	/**
	 * Text.
	 *
	 * @param allowed the values of an enumeration; empty for any
	 */
	record Text(Set<String> allowed) implements Shape {

		@Override
		public String check(String path, @Nullable Object value) {
			if (!(value instanceof String text)) {
				throw wrong(path, "text", value);
			}
			if (!this.allowed.isEmpty() && !this.allowed.contains(text)) {
				throw wrong(path, oneOf(), value);
			}
			return text;
		}

		private String oneOf() {
			return (this.allowed.size() <= 12) ? "one of " + String.join(", ", this.allowed)
					: "a value that the service knows";
		}

	}

	/**
	 * A whole number between two bounds, or a time from now in seconds or milliseconds.
	 */
	record Whole(long least, long most) implements Shape {

		@Override
		public Object check(String path, @Nullable Object value) {
			if (value instanceof String text && Moment.epoch(text).isPresent()) {
				return text;
			}
			if (!(value instanceof Integer || value instanceof Long)) {
				throw wrong(path, "a whole number", value);
			}
			long number = ((Number) value).longValue();
			if (number < this.least || number > this.most) {
				throw wrong(path, "a smaller number", value);
			}
			if (number == (int) number) {
				return (int) number;
			}
			return number;
		}

	}

	/** A number with a fraction. */
	record Decimal() implements Shape {

		@Override
		public Double check(String path, @Nullable Object value) {
			if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
				throw wrong(path, "a number", value);
			}
			return number.doubleValue();
		}

	}

	/** True or false. */
	record Flag() implements Shape {

		@Override
		public Boolean check(String path, @Nullable Object value) {
			if (!(value instanceof Boolean flag)) {
				throw wrong(path, "true or false", value);
			}
			return flag;
		}

	}

	/** A moment, or one relative to now. */
	record Time() implements Shape {

		@Override
		public String check(String path, @Nullable Object value) {
			return switch (value) {
				case Integer seconds -> Instant.ofEpochSecond(seconds).toString();
				case Long seconds -> Instant.ofEpochSecond(seconds).toString();
				case String text -> Moment.parse(text)
					.orElseThrow(() -> wrong(path, "a time such as 2026-01-31T12:00:00Z", text))
					.toString();
				case null, default -> throw wrong(path, "a time", value);
			};
		}

	}

	/** Bytes; here always text. */
	record Bytes() implements Shape {

		@Override
		public String check(String path, @Nullable Object value) {
			if (!(value instanceof String text)) {
				throw wrong(path, "text", value);
			}
			return text;
		}

	}

	/** What the SDK leaves open; not supported. */
	record Open() implements Shape {

		@Override
		public Object check(String path, @Nullable Object value) {
			throw new IllegalArgumentException(path + " has no fixed form and is not understood");
		}

	}

	/** Values of one kind, in order. */
	record ListOf(Shape element) implements Shape {

		@Override
		public List<Object> check(String path, @Nullable Object value) {
			if (!(value instanceof List<?> values)) {
				throw wrong(path, "a list", value);
			}
			List<Object> checked = new ArrayList<>();
			values.forEach((each) -> checked.add(this.element.check(path + "[" + checked.size() + "]", each)));
			return List.copyOf(checked);
		}

	}

	/** Values of one kind by name. */
	record MapOf(Text key, Shape value) implements Shape {

		@Override
		public Map<String, Object> check(String path, @Nullable Object given) {
			if (!(given instanceof Map<?, ?> values)) {
				throw wrong(path, "a map", given);
			}
			Map<String, Object> checked = new TreeMap<>();
			values.forEach((name, each) -> checked.put(this.key.check("a name in " + path, name),
					this.value.check(path + "." + name, each)));
			return java.util.Collections.unmodifiableMap(checked);
		}

	}

	/** Named fields. */
	record Structure(Supplier<Map<String, Member>> members) implements Shape {

		@Override
		public Map<String, Object> check(String path, @Nullable Object given) {
			if (!(given instanceof Map<?, ?> values)) {
				throw wrong(path, "a structure", given);
			}
			Map<String, Member> known = this.members.get();
			Map<String, Object> checked = new TreeMap<>();
			values.forEach((name, each) -> {
				Member member = known.get(name);
				if (member == null) {
					throw new IllegalArgumentException(
							"'" + name + "' is no parameter" + (path.isEmpty() ? "" : " in " + path));
				}
				checked.put(member.name(), member.shape().check(below(path, member.name()), each));
			});
			known.values().stream().filter(Member::required).forEach((member) -> {
				if (!checked.containsKey(member.name())) {
					throw new IllegalArgumentException(below(path, member.name()) + " is missing");
				}
			});
			return java.util.Collections.unmodifiableMap(checked);
		}

		private static String below(String path, String name) {
			return path.isEmpty() ? name : path + "." + name;
		}

	}

}
