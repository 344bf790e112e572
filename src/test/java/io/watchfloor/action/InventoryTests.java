package io.watchfloor.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.catalog.Secrets;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The table in docs/actions.md says what is there: no more, and nothing twice. */
class InventoryTests {

	private static final Pattern ROW = Pattern
		.compile("\\| `([a-zA-Z0-9]+\\.[a-zA-Z0-9]+)` \\| (.*?) \\| ([a-z ]+) \\| (.*?) ?\\|");

	private static final Pattern BY = Pattern.compile("`([a-z0-9.-]+)`(?: ([a-z0-9]+) ([a-z0-9-]+))?");

	private static final Set<String> STATES = Set.of("rich", "generic", "read", "console", "by hand", "not offered",
			"missing");

	private record Row(String id, String by, String state, String notes) {
	}

	private static List<String> lines() throws IOException {
		return Files.readAllLines(Path.of("docs/actions.md"));
	}

	/** The rows of one part, by its heading. */
	private static List<Row> rows(String heading) throws IOException {
		List<Row> rows = new ArrayList<>();
		boolean inside = false;
		for (String line : lines()) {
			inside = line.startsWith("#") ? line.equals("### " + heading) : inside;
			Matcher row = ROW.matcher(line);
			if (inside && row.matches()) {
				rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4)));
			}
		}
		return rows;
	}

	private static Map<String, ActionHandler<?>> handlers(AnnotationConfigApplicationContext context) {
		context.registerBean(Secrets.class, NoSecrets::new);
		context.registerBean(Clock.class, Clock::systemUTC);
		context.scan("io.watchfloor.action");
		context.refresh();
		Map<String, ActionHandler<?>> handlers = new TreeMap<>();
		context.getBeansOfType(ActionHandler.class)
			.values()
			.forEach((handler) -> handlers.put(handler.type().id(), handler));
		return handlers;
	}

	@Test
	void everyOneStandsThereOnceWithAStateAndTheSumsAreRight() throws IOException {
		for (Map.Entry<String, Integer> part : Map.of("Actions", 144, "Probes", 105).entrySet()) {
			List<Row> rows = rows(part.getKey());
			assertThat(rows).hasSize(part.getValue());
			assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
			assertThat(rows).allSatisfy((row) -> assertThat(STATES).as(row.id()).contains(row.state()));
			Map<String, Long> sums = rows.stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));
			assertThat(lines()).anySatisfy((line) -> {
				assertThat(line).startsWith(part.getValue() + ": ");
				sums.forEach((state, count) -> assertThat(line).contains(count + " " + state));
			});
		}
	}

	@Test
	void whatIsThereHasAHandlerOfItsKindAndWhatIsNotSaysWhy() throws IOException {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			Map<String, ActionHandler<?>> handlers = handlers(context);
			List<Row> rows = new ArrayList<>(rows("Actions"));
			rows.addAll(rows("Probes"));
			for (Row row : rows) {
				Matcher by = BY.matcher(row.by());
				switch (row.state()) {
					case "rich", "generic" -> {
						assertThat(by.lookingAt()).as(row.id()).isTrue();
						assertThat(handlers.get(by.group(1))).as("%s", row).isInstanceOf(ChangeHandler.class);
						demandCall(by, row);
					}
					case "read" -> {
						assertThat(by.lookingAt()).as(row.id()).isTrue();
						assertThat(handlers.get(by.group(1))).as("%s", row).isInstanceOf(ReadHandler.class);
						demandCall(by, row);
					}
					case "missing" -> assertThat(row.by()).as(row.id()).isEmpty();
					default -> assertThat(row.notes()).as("%s says why", row.id()).isNotBlank();
				}
			}
		}
	}

	private static void demandCall(Matcher by, Row row) {
		if (by.group(2) != null) {
			assertThat(ServiceModel.named(by.group(2)).flatMap((model) -> model.operation(by.group(3))))
				.as("%s names a call", row)
				.isPresent();
		}
	}

	/** Made from the code; when it differs, copy it from the file that is named. */
	@Test
	void theTableOfTypesIsTheCodes() throws IOException {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			List<String> expected = new ArrayList<>();
			handlers(context).forEach((id,
					handler) -> expected.add("| `%s` | %s | %s | %s |".formatted(id, handler.type().targetKind(),
							(handler instanceof ReadHandler<?>) ? "reads" : "changes",
							parameters(handler.type().type()))));
			Files.write(Path.of("target/action-types.md"), expected);
			assertThat(lines()).as("the table in target/action-types.md, in docs/actions.md")
				.containsSequence(expected);
		}
	}

	private static String parameters(Class<?> action) {
		return Arrays.stream(action.getRecordComponents())
			.map((part) -> part.getName())
			.collect(Collectors.joining(", "));
	}

}
