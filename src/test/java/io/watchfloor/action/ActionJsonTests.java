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
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Understanding;
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
			Map.entry("source", "arn:aws:sqs:eu-west-1:1:dlq"), Map.entry("cpus", "1.5"), Map.entry("memory", "512m"),
			Map.entry("queueUrl", "https://sqs.eu-west-1.amazonaws.com/1/dlq"), Map.entry("script", "health-check"),
			Map.entry("file", "/etc/logrotate.d/app"), Map.entry("stack", "responder"), Map.entry("kept", "absent"),
			Map.entry("copied", "FILE " + "0a".repeat(32)));

	private final Random random = new Random(11);

	@Test
	void everyActionSurvivesJsonWhateverItsParameters() {
		try (AnnotationConfigApplicationContext context = connectors()) {
			Actions actions = context.getBean(Actions.class);
			assertThat(context.getBeansOfType(CommandReader.class)).hasSizeGreaterThanOrEqualTo(3);
			for (ActionHandler<?> handler : context.getBeansOfType(ActionHandler.class).values()) {
				Class<? extends Action> type = handler.type().type();
				assertThat(survivors(type, actions)).as("%s with some parameters", type).isPositive();
			}
		}
	}

	/**
	 * What an action shows is read as that action, as one that shows the same, or not at
	 * all: a value never becomes a flag, another word or another command.
	 */
	@Test
	void whatAnActionShowsIsNeverReadAsAnotherAction() {
		try (AnnotationConfigApplicationContext context = connectors()) {
			Actions actions = context.getBean(Actions.class);
			int equal = 0;
			List<String> others = new ArrayList<>();
			for (ActionHandler<?> handler : context.getBeansOfType(ActionHandler.class).values()) {
				int same = 0;
				for (int round = 0; round < 400 && same < 12; round++) {
					Optional<Action> made = create(handler.type().type()).map(Action.class::cast);
					Optional<Action> read = made.flatMap((action) -> read(action, actions));
					same += read.equals(made) && made.isPresent() ? 1 : 0;
					if (read.isPresent() && !read.equals(made) && !isTheSame(read.get(), made.orElseThrow())) {
						others.add(made.orElseThrow().commandLine() + "\n   " + made + "\n   " + read);
					}
				}
				equal += same;
			}
			assertThat(others.stream().limit(10).toList()).isEmpty();
			assertThat(equal).as("actions that were read back as they were").isGreaterThan(500);
		}
	}

	/** Some actions of one line differ in what the answer is held against. */
	private static boolean isTheSame(Action read, Action made) {
		return read.commandLine().equals(made.commandLine()) && read.risk() == made.risk();
	}

	private static Optional<Action> read(Action action, Actions actions) {
		List<Statement> statements = ShellText.split(action.commandLine());
		return (statements.size() == 1
				&& statements.getFirst().content() instanceof Understanding.Understood<Pipeline>(Pipeline pipeline)
				&& actions.understand(pipeline) instanceof Understanding.Understood<ActionCall>(ActionCall call)
				&& call.filters().stages().isEmpty()) ? Optional.of(call.action()) : Optional.empty();
	}

	private static AnnotationConfigApplicationContext connectors() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(Secrets.class, NoSecrets::new);
		context.registerBean(Clock.class, Clock::systemUTC);
		context.scan("io.watchfloor.action");
		context.refresh();
		return context;
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
