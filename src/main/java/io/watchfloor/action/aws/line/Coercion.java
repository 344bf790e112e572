package io.watchfloor.action.aws.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Shape;

/**
 * Gives the texts of the shorthand the types of the model, as awscli's
 * {@code BackCompatVisitor} does: {@code "true"} for a flag, digits for a number, one
 * value for a list of one. What does not fit stays as it is and is refused by the shape.
 */
final class Coercion {

	private Coercion() {
	}

	static Object to(Shape shape, Object value) {
		return switch (shape) {
			case Shape.Structure structure when value instanceof Map<?, ?> map -> fields(structure, map);
			case Shape.MapOf map when value instanceof Map<?, ?> given -> each(map, given);
			case Shape.ListOf list when value instanceof List<?> values -> elements(list, values);
			case Shape.ListOf _ -> List.of(value);
			case Shape.Whole _ when value instanceof String text -> Scalars.whole(text);
			case Shape.Decimal _ when value instanceof String text -> Scalars.decimal(text);
			case Shape.Flag _ when value instanceof String text -> Scalars.flag(text);
			default -> value;
		};
	}

	private static Map<String, Object> fields(Shape.Structure structure, Map<?, ?> given) {
		Map<String, Member> members = structure.members().get();
		Map<String, Object> typed = new LinkedHashMap<>();
		given.forEach((name, value) -> {
			Member member = members.get(name.toString());
			typed.put(name.toString(), (member != null) ? to(member.shape(), value) : value);
		});
		return typed;
	}

	private static Map<String, Object> each(Shape.MapOf map, Map<?, ?> given) {
		Map<String, Object> typed = new LinkedHashMap<>();
		given.forEach((name, value) -> typed.put(name.toString(), to(map.value(), value)));
		return typed;
	}

	private static List<Object> elements(Shape.ListOf list, List<?> values) {
		List<Object> typed = new ArrayList<>();
		values.forEach((value) -> typed.add(to(list.element(), value)));
		return typed;
	}

}
