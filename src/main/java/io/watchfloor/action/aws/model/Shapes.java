package io.watchfloor.action.aws.model;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Reads shapes from the SDK's fields. What the fields do not say, the values of an
 * enumeration, stands in the return type of the getter.
 */
final class Shapes {

	private static final String ANY = "SDK_UNKNOWN";

	private final Facts facts;

	Shapes(String service) {
		this.facts = Facts.of(service);
	}

	/** The fields of a structure, or of a request. */
	Map<String, Member> members(Class<?> owner, List<SdkField<?>> fields, Set<String> required) {
		Map<String, Member> members = new LinkedHashMap<>();
		fields.forEach((field) -> {
			Shape shape = of(field, getter(owner, field.memberName()).orElse(null));
			members.put(field.memberName(),
					new Member(field.memberName(), shape, required.contains(field.memberName())));
		});
		return Collections.unmodifiableMap(members);
	}

	/** The shape of a field whose Java type, where it is known, is the given one. */
	private Shape of(SdkField<?> field, @Nullable Type type) {
		return switch (known(field)) {
			case STRING -> new Shape.Text(values(type));
			case INTEGER -> new Shape.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
			case SHORT -> new Shape.Whole(Short.MIN_VALUE, Short.MAX_VALUE);
			case BYTE -> new Shape.Whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
			case LONG -> new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
			case FLOAT, DOUBLE, BIG_DECIMAL -> new Shape.Decimal();
			case BOOLEAN -> new Shape.Flag();
			case INSTANT -> new Shape.Time();
			case SDK_BYTES -> new Shape.Bytes();
			case SDK_POJO -> structure(field);
			case LIST -> new Shape.ListOf(of(field.getTrait(ListTrait.class).memberFieldInfo(), argument(type, 0)));
			case MAP -> new Shape.MapOf(new Shape.Text(values(argument(type, 0))),
					of(field.getTrait(MapTrait.class).valueFieldInfo(), argument(type, 1)));
			case DOCUMENT, NULL -> new Shape.Open();
		};
	}

	static MarshallingKnownType known(SdkField<?> field) {
		return Objects.requireNonNullElse(field.marshallingType().getKnownType(), MarshallingKnownType.DOCUMENT);
	}

	/**
	 * Structures may hold themselves, so their fields are read when they are asked for.
	 */
	private Shape structure(SdkField<?> field) {
		return new Shape.Structure(() -> {
			SdkPojo builder = field.constructor().get();
			Class<?> owner = Objects.requireNonNullElse(builder.getClass().getEnclosingClass(), builder.getClass());
			return members(owner, builder.sdkFields(), this.facts.structure(owner.getSimpleName()));
		});
	}

	private static Optional<Type> getter(Class<?> owner, String member) {
		return Arrays.stream(owner.getMethods())
			.filter((method) -> method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(member))
			.map(Method::getGenericReturnType)
			.findFirst();
	}

	private static @Nullable Type argument(@Nullable Type type, int index) {
		return (type instanceof ParameterizedType generic) ? generic.getActualTypeArguments()[index] : null;
	}

	private static Set<String> values(@Nullable Type type) {
		if (!(type instanceof Class<?> named) || !named.isEnum()) {
			return Set.of();
		}
		Set<String> values = new LinkedHashSet<>();
		for (Object constant : Objects.requireNonNull(named.getEnumConstants())) {
			String value = String.valueOf(constant);
			if (!value.equals("null") && !value.equals(ANY)) {
				values.add(value);
			}
		}
		return Collections.unmodifiableSet(values);
	}

}
