package io.watchfloor.action.aws.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills the SDK's objects from checked values. */
final class Requests {

	private final Instant now;

	Requests(Instant now) {
		this.now = now;
	}

	Object build(SdkPojo builder, Map<?, ?> values) {
		for (SdkField<?> field : builder.sdkFields()) {
			Object value = values.get(field.memberName());
			if (value != null) {
				field.set(builder, value(field, value));
			}
		}
		return ((Buildable) builder).build();
	}

	private Object value(SdkField<?> field, Object value) {
		return switch (Shapes.known(field)) {
			case STRING -> value.equals("watchfloor-once") ? "watchfloor-" + this.now.toEpochMilli() : value;
			case BOOLEAN -> value;
			case INTEGER -> number(value).intValue();
			case SHORT -> ((Number) value).shortValue();
			case BYTE -> ((Number) value).byteValue();
			case LONG -> number(value).longValue();
			case FLOAT -> ((Number) value).floatValue();
			case DOUBLE -> ((Number) value).doubleValue();
			case BIG_DECIMAL -> new java.math.BigDecimal(value.toString());
			case INSTANT -> Moment.parse(value.toString()).orElseThrow().resolve(this.now);
			case SDK_BYTES -> SdkBytes.fromUtf8String(value.toString());
			case SDK_POJO -> build(field.constructor().get(), (Map<?, ?>) value);
			case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), (List<?>) value);
			case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), (Map<?, ?>) value);
			case DOCUMENT, NULL -> throw new IllegalArgumentException(field.memberName() + " is not supported");
		};
	}

	/** Some services take a time as a number. */
	private Number number(Object value) {
		return (value instanceof Number number) ? number
				: Moment.epoch(value.toString()).orElseThrow().applyAsLong(this.now);
	}

	private List<Object> list(SdkField<?> element, List<?> values) {
		List<Object> built = new ArrayList<>();
		values.forEach((value) -> built.add(value(element, value)));
		return built;
	}

	private Map<String, Object> map(SdkField<?> element, Map<?, ?> values) {
		Map<String, Object> built = new LinkedHashMap<>();
		values.forEach((name, value) -> built.put(name.toString(), value(element, value)));
		return built;
	}

}
