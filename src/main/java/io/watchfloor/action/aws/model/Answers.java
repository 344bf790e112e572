package io.watchfloor.action.aws.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Turns the SDK's objects into maps, lists and scalars with the API's names, as the
 * {@code aws} command prints them: what is absent stays absent.
 */
public final class Answers {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

	private Answers() {
	}

	/** A structure's fields, in the API's order. */
	public static Map<String, Object> of(SdkPojo pojo) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (SdkField<?> field : pojo.sdkFields()) {
			value(field.getValueOrDefault(pojo)).ifPresent((value) -> fields.put(field.memberName(), value));
		}
		return fields;
	}

	private static Optional<Object> value(Object value) {
		return switch (value) {
			case null -> Optional.empty();
			case SdkAutoConstructList<?> _ -> Optional.empty();
			case SdkAutoConstructMap<?, ?> _ -> Optional.empty();
			case SdkPojo inner -> Optional.of(of(inner));
			case Collection<?> values -> Optional.of(list(values));
			case Map<?, ?> values -> Optional.of(map(values));
			case Instant at -> Optional.of(time(at));
			case SdkBytes bytes -> Optional.of(Base64.getEncoder().encodeToString(bytes.asByteArray()));
			case Document document -> Optional.ofNullable(document.unwrap());
			case Enum<?> constant -> Optional.of(constant.toString());
			default -> Optional.of(value);
		};
	}

	private static List<Object> list(Collection<?> values) {
		List<Object> list = new ArrayList<>();
		values.forEach((each) -> value(each).ifPresent(list::add));
		return list;
	}

	private static Map<String, Object> map(Map<?, ?> values) {
		Map<String, Object> map = new LinkedHashMap<>();
		values.forEach((name, each) -> value(each).ifPresent((it) -> map.put(name.toString(), it)));
		return map;
	}

	/** As Python's isoformat: microseconds only where there are any. */
	private static String time(Instant at) {
		String seconds = TIME.format(at.atOffset(ZoneOffset.UTC));
		int micros = at.atOffset(ZoneOffset.UTC).getNano() / 1000;
		return seconds + ((micros == 0) ? "" : ".%06d".formatted(micros)) + "+00:00";
	}

}
