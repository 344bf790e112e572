package io.watchfloor.action;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.action.redis.KeyText;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.command.CommandReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finds all connectors as the application does, so a new one is tested without a word.
 */
class ActionJsonTests {

	private static final List<String> HOSTILE = List.of("", "a", "/health", "/x?q=%00", ".status", "maxmemory", "stats",
			"customers", "\"Odd \"\"name\"", "SELECT 'it''s' AS \"ü\"", "'; DROP TABLE x; --", "\u0000", "\n\t\\x41\\",
			"{\"type\":1}", "\u202e\ud83d\ude00", "$(rm -rf /)", " ", "*", "null", "pods/api-0", "deployments/api",
			"shop", "registry/api:1.2", "250m", "a=b:NoSchedule", "condition=Ready", "sqs", "list-queues",
			"delete-queue");

	/** What connectors with words of their own need to find something they know. */
	private static final List<String> KNOWN = List.of("DELETE FROM t WHERE a = 'x'", "GET", "SET", "POST", "up", "ecs",
			"delete-service");

	/** What some parameters must look like to be accepted at all, by their names. */
	private static final Map<String, String> TYPICAL = Map.ofEntries(Map.entry("service", "ecs"),
			Map.entry("condition", "services-stable"), Map.entry("since", "10m"), Map.entry("format", "short"),
			Map.entry("start", "1760000000"), Map.entry("end", "1760003600"), Map.entry("step", "60s"),
			Map.entry("source", "arn:aws:sqs:eu-west-1:1:dlq"));

	private final Random random = new Random(11);

	@Test
	void everyActionSurvivesJsonWhateverItsParameters() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Secrets.class, NoSecrets::new);
			context.registerBean(Clock.class, Clock::systemUTC);
			context.scan("io.watchfloor.action");
			context.refresh();
			Actions actions = context.getBean(Actions.class);
			assertThat(context.getBeansOfType(CommandReader.class)).hasSizeGreaterThanOrEqualTo(3);
			for (ActionHandler<?> handler : context.getBeansOfType(ActionHandler.class).values()) {
				Class<? extends Action> type = handler.type().type();
				assertThat(survivors(type, actions)).as("%s with some parameters", type).isPositive();
			}
		}
	}

	private int survivors(Class<? extends Action> type, Actions actions) {
		int survivors = 0;
		for (int round = 0; round < 30_000 && survivors < 100; round++) {
			Optional<Action> action = create(type).map(Action.class::cast);
			if (action.isPresent()) {
				survivors++;
				assertThat(actions.read(actions.write(action.get()))).isEqualTo(action.get());
				assertThat(action.get().commandLine()).doesNotContain("\n").isNotBlank();
				assertThat(action.get().title()).isNotBlank();
			}
		}
		return survivors;
	}

	/** An instance with random components; empty when the type refuses them. */
	private Optional<Object> create(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		Object[] values = Arrays.stream(components).map(this::value).toArray();
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			constructor.setAccessible(true);
			return Optional.of(constructor.newInstance(values));
		}
		catch (InvocationTargetException refused) {
			return Optional.empty();
		}
		catch (ReflectiveOperationException broken) {
			throw new LinkageError(broken.getMessage(), broken);
		}
	}

	/** What may be absent is absent now and then. */
	private Object value(RecordComponent component) {
		boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		if (component.getType() == String.class && TYPICAL.containsKey(component.getName())
				&& this.random.nextBoolean()) {
			return TYPICAL.get(component.getName());
		}
		return (optional && this.random.nextInt(3) > 0) ? null : value(component.getGenericType());
	}

	private Object value(Type type) {
		if (type instanceof ParameterizedType generic) {
			if (generic.getRawType() == Map.class) {
				return switch (this.random.nextInt(4)) {
					case 0 -> Map.of();
					case 1, 2 -> Map.of("Accept", pick());
					default -> Map.of("Accept", pick(), "X-Trace", "a \"quoted\" one");
				};
			}
			List<Object> values = new ArrayList<>();
			for (int count = this.random.nextInt(3); count > 0; count--) {
				values.add(value(generic.getActualTypeArguments()[0]));
			}
			return values;
		}
		Class<?> raw = (Class<?>) type;
		if (raw.isEnum()) {
			return raw.getEnumConstants()[this.random.nextInt(raw.getEnumConstants().length)];
		}
		return raw.isRecord() ? part(raw) : scalar(raw);
	}

	/** A record inside an action, tried until its values are accepted. */
	private Object part(Class<?> type) {
		return Stream.generate(() -> create(type)).limit(10_000).flatMap(Optional::stream).findFirst().orElseThrow();
	}

	private Object scalar(Class<?> type) {
		return switch (type.getSimpleName()) {
			case "String" -> pick();
			case "int", "Integer" -> 1 + this.random.nextInt(300);
			case "double" -> this.random.nextInt(1_000) / 3.0;
			case "boolean" -> this.random.nextBoolean();
			case "KeyText" -> key();
			default -> throw new AssertionError("say here how to make a " + type);
		};
	}

	private String pick() {
		List<String> from = (this.random.nextInt(4) == 0) ? KNOWN : HOSTILE;
		return from.get(this.random.nextInt(from.size()));
	}

	private KeyText key() {
		if (this.random.nextInt(3) == 0) {
			return KeyText.literal(this.random.nextBoolean() ? "GET" : "GETDEL");
		}
		byte[] bytes = new byte[1 + this.random.nextInt(20)];
		this.random.nextBytes(bytes);
		return KeyText.of(bytes);
	}

}
