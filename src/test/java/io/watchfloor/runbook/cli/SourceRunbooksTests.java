package io.watchfloor.runbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.action.Actions;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Books;
import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.document.DocumentText;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much is understood and found in the runbooks that people wrote, where they are at
 * hand: {@code -Dwatchfloor.shared=FOLDER}.
 */
class SourceRunbooksTests {

	@Test
	void dangersAreFoundWhereTheyStand() throws IOException {
		Map<String, Runbook> books = new HashMap<>();
		read("source-runbooks").forEach((book) -> books.put(book.id().file().replace(".md", ""), book));
		List<String> dangers = dangers();
		List<String> unseen = dangers.stream().filter((danger) -> {
			String[] parts = danger.split(" ", -1);
			return !isFound(Objects.requireNonNull(books.get(parts[1])), Integer.parseInt(parts[2]));
		}).toList();
		assertThat(dangers).hasSizeGreaterThan(150);
		assertThat(unseen).as("dangers without a finding").hasSizeLessThan(dangers.size() / 20 + 1);
	}

	@Test
	void mostOfTheSourceRunbooksIsUnderstood() throws IOException {
		Coverage coverage = coverage("source-runbooks");
		assertThat(100.0 * coverage.typed() / coverage.tools()).isGreaterThanOrEqualTo(90);
		assertThat(100.0 * coverage.unknown() / coverage.tools()).isLessThan(6);
	}

	@Test
	void mostOfTheSamplesIsUnderstood() throws IOException {
		Coverage coverage = coverage("samples/runbooks");
		assertThat(100.0 * coverage.typed() / coverage.tools()).isGreaterThanOrEqualTo(75);
		assertThat(100.0 * coverage.unknown() / coverage.tools()).isLessThan(6);
	}

	/** At the line, or at the start of the command that it belongs to. */
	private static boolean isFound(Runbook book, int line) {
		return book.findings()
			.stream()
			.map(RunbookFinding::lines)
			.anyMatch((lines) -> lines.first() - 1 <= line && line <= lines.last() + 2);
	}

	private static Coverage coverage(String folder) throws IOException {
		List<Procedure> all = new ArrayList<>();
		read(folder).forEach((book) -> all.addAll(book.procedures()));
		return Coverage.of(all);
	}

	private static List<Runbook> read(String folder) throws IOException {
		Path place = Books.shared(folder)
			.orElseThrow(() -> new TestAbortedException("needs -Dwatchfloor.shared with " + folder));
		try (AnnotationConfigApplicationContext context = ReadingContext.start()) {
			Actions actions = context.getBean(Actions.class);
			RunbookReader reader = new RunbookReader(
					new LineReader(actions::understand, actions::understand, Clock.systemUTC()), actions::findings);
			List<Runbook> books = new ArrayList<>();
			for (Path file : Books.markdown(place)) {
				books.add(reader.read(new RunbookId(new SystemId("files"), String.valueOf(file.getFileName())),
						DocumentText.decode(Files.readAllBytes(file))));
			}
			return books;
		}
	}

	private static List<String> dangers() throws IOException {
		try (InputStream file = Objects
			.requireNonNull(SourceRunbooksTests.class.getResourceAsStream("/findings/dangers.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.toList();
		}
	}

}
