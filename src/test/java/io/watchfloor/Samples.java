package io.watchfloor;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Values that are well-formed and name nothing that exists, so that of a call nothing but
 * its permission decides.
 */
final class Samples {

	private Samples() {
	}

	static Object[] of(Method method) {
		return Arrays.stream(method.getParameterTypes()).map(Samples::of).toArray();
	}

	private static @Nullable Object of(Class<?> type) {
		if (type == String.class || type == CharSequence.class || type == Object.class) {
			return "x";
		}
		if (type == int.class || type == Integer.class) {
			return 1;
		}
		if (type == long.class || type == Long.class) {
			return 1L;
		}
		if (type == boolean.class || type == Boolean.class) {
			return false;
		}
		if (type == double.class) {
			return 1.0;
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (type.isArray()) {
			return Array.newInstance(type.getComponentType(), 0);
		}
		return container(type);
	}

	private static @Nullable Object container(Class<?> type) {
		if (type == List.class || type == Collection.class || type == Iterable.class) {
			return List.of();
		}
		if (type == Set.class) {
			return Set.of();
		}
		if (type == Map.class) {
			return Map.of();
		}
		if (type == Optional.class) {
			return Optional.empty();
		}
		return moment(type);
	}

	private static @Nullable Object moment(Class<?> type) {
		if (type == Instant.class) {
			return Instant.EPOCH;
		}
		if (type == LocalDate.class) {
			return LocalDate.EPOCH;
		}
		if (type == Duration.class) {
			return Duration.ofHours(1);
		}
		if (type == UUID.class) {
			return UUID.randomUUID();
		}
		if (type == Path.class) {
			return Path.of("nowhere");
		}
		if (type == InputStream.class) {
			return InputStream.nullInputStream();
		}
		if (type == OutputStream.class) {
			return OutputStream.nullOutputStream();
		}
		if (type == Writer.class) {
			return Writer.nullWriter();
		}
		return type.isRecord() ? record(type) : made(type);
	}

	private static Object made(Class<?> type) {
		if (type.isSealed()) {
			return record(
					Arrays.stream(type.getPermittedSubclasses()).filter(Class::isRecord).findFirst().orElseThrow());
		}
		if (type.isInterface()) {
			return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> switch (method.getName()) {
						case "hashCode" -> 1;
						case "equals" -> proxy == arguments[0];
						case "toString" -> "a sample";
						default -> of(method.getReturnType());
					});
		}
		throw new AssertionError("Samples knows no " + type.getName() + "; add one");
	}

	private static Object record(Class<?> type) {
		try {
			RecordComponent[] components = type.getRecordComponents();
			Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return constructor.newInstance(Arrays.stream(components)
				.map((component) -> component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null
						: of(component.getType()))
				.toArray());
		}
		catch (ReflectiveOperationException unmade) {
			throw new LinkageError("Samples cannot make a " + type.getName() + "; add one", unmade);
		}
	}

}
