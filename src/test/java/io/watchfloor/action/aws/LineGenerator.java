package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.action.aws.model.CliNames;
import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Shape;

/** Makes up lines over the grammar: any operation, any of its flags, any spelling. */
final class LineGenerator {

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private final Random random;

	LineGenerator(long seed) {
		this.random = new Random(seed);
	}

	/** The words behind {@code aws}. */
	List<String> line(String service) {
		List<Operation> operations = ServiceModel.named(service)
			.orElseThrow()
			.operations()
			.stream()
			.filter((operation) -> !CliNames.takesFile(service, operation.cliName()) && !operation.cliName()
				.matches(
						"run-instances|create-function|publish-layer-version|get-export|get-sdk|get-function|get-connection-function|create-virtual-mfa-device"))
			.toList();
		Operation operation = operations.get(this.random.nextInt(operations.size()));
		List<String> words = new ArrayList<>(List.of(service, operation.cliName()));
		operation.members().values().forEach((member) -> {
			boolean wanted = member.required() || this.random.nextInt(4) == 0;
			if (wanted && !CliNames.isNoFlag(service, operation.cliName(), member.name()) && !paging(operation, member)
					&& !holdsBytes(member.shape(), 0)) {
				flag(operation, member, words);
			}
		});
		return words;
	}

	private static boolean paging(Operation operation, Member member) {
		return (operation.facts().paging() != null && operation.facts().paging().manual().contains(member.name()))
				|| member.name().matches("(?i)max-?items|starting-?token|page-?size|query|output|region|profile");
	}

	private static boolean holdsBytes(Shape shape, int depth) {
		return switch (shape) {
			case Shape.Bytes _, Shape.Open _ -> true;
			case Shape.ListOf list -> holdsBytes(list.element(), depth);
			case Shape.MapOf map -> holdsBytes(map.value(), depth);
			case Shape.Structure structure -> depth > 3 || structure.members()
				.get()
				.values()
				.stream()
				.anyMatch((member) -> holdsBytes(member.shape(), depth + 1));
			case Shape _ -> false;
		};
	}

	private void flag(Operation operation, Member member, List<String> words) {
		String flag = CliNames.flag(operation.service(), operation.cliName(), member.name());
		if (member.shape() instanceof Shape.Flag) {
			words.add("--" + (this.random.nextBoolean() ? flag
					: CliNames.negation(operation.service(), operation.cliName(), member.name())));
			return;
		}
		Object value = value(member.shape(), 0);
		words.add("--" + flag);
		switch (value) {
			case Map<?, ?> map -> words
				.add((flat(map) && !map.isEmpty() && this.random.nextBoolean()) ? shorthand(map) : JsonText.write(map));
			case List<?> list -> list(list, words);
			default -> words.add(value.toString());
		}
	}

	private void list(List<?> list, List<String> words) {
		boolean json = list.isEmpty() || this.random.nextInt(3) == 0;
		if (json) {
			words.add(JsonText.write(list));
		}
		else if (list.stream().allMatch((each) -> each instanceof Map<?, ?> map && flat(map) && !map.isEmpty())) {
			list.forEach((each) -> words.add(shorthand((Map<?, ?>) each)));
		}
		else if (list.stream()
			.noneMatch((each) -> each instanceof Map || each instanceof List || each instanceof Boolean)) {
			list.forEach((each) -> words.add(each.toString()));
		}
		else {
			words.add(JsonText.write(list));
		}
	}

	/** Scalars, and lists of scalars that the shorthand can say. */
	private static boolean flat(Map<?, ?> map) {
		return map.values()
			.stream()
			.allMatch((each) -> !(each instanceof Map)
					&& !(each instanceof List<?> list && (list.isEmpty() || list.stream()
						.anyMatch((inner) -> inner instanceof Map || inner instanceof List || inner instanceof Number
								|| inner instanceof Boolean))));
	}

	private String shorthand(Map<?, ?> map) {
		List<String> pairs = new ArrayList<>();
		map.forEach((name, value) -> pairs.add(name + "=" + switch (value) {
			case List<?> list when list.size() > 1 && this.random.nextBoolean() ->
				String.join(",", list.stream().map(Object::toString).toList());
			case List<?> list -> "[" + String.join(",", list.stream().map(Object::toString).toList()) + "]";
			default -> this.random.nextInt(4) == 0 && value instanceof String ? "\"" + value + "\"" : value;
		}));
		return String.join(",", pairs);
	}

	private Object value(Shape shape, int depth) {
		return switch (shape) {
			case Shape.Text text -> text.allowed().isEmpty() ? text()
					: List.copyOf(text.allowed()).get(this.random.nextInt(text.allowed().size()));
			case Shape.Whole _ -> 1 + this.random.nextInt(60);
			case Shape.Decimal _ -> 1 + this.random.nextInt(40) + 0.5;
			case Shape.Flag _ -> this.random.nextBoolean();
			case Shape.Time _ -> "2026-0%d-1%dT0%d:00:00Z".formatted(1 + this.random.nextInt(9), this.random.nextInt(9),
					this.random.nextInt(9));
			case Shape.Bytes _, Shape.Open _ -> "text";
			case Shape.ListOf list -> {
				List<Object> values = new ArrayList<>();
				int count = 1 + this.random.nextInt(3);
				for (int i = 0; i < count; i++) {
					values.add(value(list.element(), depth + 1));
				}
				yield values;
			}
			case Shape.MapOf map -> {
				Map<String, Object> values = new LinkedHashMap<>();
				values.put((String) value(map.key(), depth), value(map.value(), depth + 1));
				yield values;
			}
			case Shape.Structure structure -> structure(structure, depth);
		};
	}

	private Map<String, Object> structure(Shape.Structure structure, int depth) {
		Map<String, Object> values = new LinkedHashMap<>();
		structure.members().get().values().forEach((member) -> {
			boolean recursive = depth > 2;
			if (member.required() || (!recursive && this.random.nextInt(3) == 0)) {
				values.put(member.name(), value(member.shape(), depth + 1));
			}
		});
		return values;
	}

	/** Long enough for every least length. */
	private String text() {
		StringBuilder text = new StringBuilder("w");
		int length = 20 + this.random.nextInt(20);
		for (int i = 0; i < length; i++) {
			text.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return text.toString();
	}

}
