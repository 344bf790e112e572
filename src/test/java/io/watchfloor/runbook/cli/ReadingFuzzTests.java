package io.watchfloor.runbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.action.Actions;
import io.watchfloor.runbook.Books;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading never fails: not on the shipped runbooks cut, mixed and spoiled at random. */
class ReadingFuzzTests {

	private static final List<String> SPOILERS = List.of("```", "~~~bash", "# ", "    ", "| a | b |", "$(", "`", "'",
			"\"", "\\", "<<EOF", "|", "&&", "{", "[", "<", "\u202e", "\ud83d", "\ufeff", "%", "--", "$", "- [ ] ",
			"1. ", "> ", "<!--", "---", "\t", "**");

	private static final int ROUNDS = 100;

	private static AnnotationConfigApplicationContext context;

	private static RunbookReader reader;

	@BeforeAll
	static void start() {
		context = ReadingContext.start();
		Actions actions = context.getBean(Actions.class);
		reader = new RunbookReader(
				new LineReader(actions::understand, actions::understand, context.getBean(Clock.class)),
				actions::findings);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void whateverWasDoneToADocumentItIsRead() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		List<String> lines = shippedLines();
		for (int round = 0; round < ROUNDS; round++) {
			String text = spoiled(lines, random);
			assertThat(read(text)).as("seed %s, round %s:%n%s", seed, round, text)
				.allSatisfy((procedure) -> assertThat(procedure.steps()).isNotEmpty());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl http://h/x | jq '%s'", "aws dynamodb put-item --table-name t --item '%s'",
			"psql -c 'select %s'", "redis-cli %s", "kubectl get pods -o jsonpath='%s'", "awk '%s' f | head",
			"docker inspect x --format '%s'", "journalctl | grep -E '%s'", "aws ec2 describe-instances --query '%s'" })
	void whatIsNestedDeeplyStaysAManualStep(String line) {
		for (String sign : List.of("[", "(", "{", "{\"a\":", "not ", "-", "((a)|", "$(", "if ")) {
			assertThat(read("# A\n\n```bash\n" + line.formatted(sign.repeat(20_000)) + "\n```\n")).hasSize(1);
		}
	}

	private static List<Procedure> read(String text) {
		Runbook book = reader.read(Books.id("book.md"), text);
		assertThat(book.procedures()).flatExtracting(Procedure::steps)
			.extracting(Object::toString)
			.noneMatch((step) -> step.contains("mistake of Watchfloor's"));
		assertThat(book.findings()).extracting(Object::toString)
			.noneMatch((finding) -> finding.contains("mistake of Watchfloor's"));
		return book.procedures();
	}

	private static String spoiled(List<String> lines, Random random) {
		List<String> text = new ArrayList<>();
		int start = random.nextInt(lines.size());
		for (int i = 0; i < 40; i++) {
			String line = lines
				.get((random.nextInt(4) == 0) ? random.nextInt(lines.size()) : (start + i) % lines.size());
			if (random.nextInt(5) == 0 && !line.isEmpty()) {
				int at = random.nextInt(line.length());
				line = line.substring(0, at) + SPOILERS.get(random.nextInt(SPOILERS.size()))
						+ (random.nextBoolean() ? line.substring(at) : "");
			}
			text.add(line);
		}
		return String.join(random.nextBoolean() ? "\n" : "\r\n", text);
	}

	private static List<String> shippedLines() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/catalog"))) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().flatMap((file) -> {
				try {
					return Files.readAllLines(file).stream();
				}
				catch (IOException trouble) {
					throw new UncheckedIOException(trouble);
				}
			}).toList();
		}
		catch (IOException trouble) {
			throw new UncheckedIOException(trouble);
		}
	}

}
