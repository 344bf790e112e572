package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A part of an answer of AWS, by the API's names. What is not there is absent, empty or
 * 0.
 *
 * @param value a map, a list or a scalar; null where nothing was told
 */
public record Told(@Nullable Object value) {

	/** A part by its name. */
	public Told at(String name) {
		return new Told((this.value instanceof Map<?, ?> map) ? map.get(name) : null);
	}

	/** The elements of a list by its name. */
	public List<Told> list(String name) {
		return at(name).elements();
	}

	/** The elements, where this is a list. */
	public List<Told> elements() {
		return (this.value instanceof List<?> list) ? list.stream().map((each) -> new Told(each)).toList() : List.of();
	}

	/** The first element of a list by its name. */
	public Told first(String name) {
		List<Told> list = list(name);
		return list.isEmpty() ? new Told(null) : list.getFirst();
	}

	/** Whether something was told. */
	public boolean there() {
		return this.value != null;
	}

	/** A scalar by its name, as text. */
	public String text(String name) {
		return at(name).toString();
	}

	/** A number by its name; a text of digits counts. */
	public long number(String name) {
		return switch (at(name).value) {
			case Number number -> number.longValue();
			case String digits when digits.matches("-?[0-9]{1,18}") -> Long.parseLong(digits);
			case null, default -> 0;
		};
	}

	/** Whether a switch by its name is on. */
	public boolean on(String name) {
		return Boolean.TRUE.equals(at(name).value);
	}

	/** Text of the value; empty where nothing was told. */
	@Override
	public String toString() {
		return Objects.toString(this.value, "");
	}

}
