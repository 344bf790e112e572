package io.watchfloor.runbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Every line of every book we have is in a step or in the text around the steps. */
class NoLineLostTests {

	@TestFactory
	Stream<DynamicTest> sourceBooks() throws IOException {
		return tests("source-runbooks");
	}

	@TestFactory
	Stream<DynamicTest> booksOfOthers() throws IOException {
		return tests("samples/runbooks");
	}

	private static Stream<DynamicTest> tests(String folder) {
		List<Path> files = Books.shared(folder).map(Books::markdown).orElse(List.of());
		return files.isEmpty()
				? Stream.of(DynamicTest.dynamicTest("shared/" + folder + " is not here: skipped",
						() -> assumeThat(files).isNotEmpty()))
				: files.stream()
					.map((file) -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
	}

	private static void check(Path file) throws IOException {
		Runbook book = Books.reader().read(Books.id(file.getFileName().toString()), Files.readString(file));
		List<String> lines = book.lines();
		BitSet taken = new BitSet();
		LineRange before = new LineRange(0, 0);
		for (Step step : steps(book)) {
			assertThat(step.lines().first()).as(step.toString()).isBetween(1, step.lines().last());
			assertThat(step.lines().last()).as(step.toString()).isLessThanOrEqualTo(lines.size());
			for (int line = step.lines().first(); line <= step.lines().last(); line++) {
				assertThat(taken.get(line) && !step.lines().equals(before)).as("line " + line + " twice: " + step)
					.isFalse();
			}
			taken.set(step.lines().first(), step.lines().last() + 1);
			before = step.lines();
			assertThat(squeeze(String.join("", lines.subList(step.lines().first() - 1, step.lines().last()))))
				.contains(squeeze(text(step)));
		}
		TreeSet<Integer> all = new TreeSet<>(book.prose());
		taken.stream().filter((line) -> !lines.get(line - 1).isBlank()).forEach(all::add);
		assertThat(new ArrayList<>(all)).isEqualTo(nonBlank(lines));
	}

	private static List<Step> steps(Runbook book) {
		return book.procedures().stream().flatMap((procedure) -> procedure.steps().stream()).toList();
	}

	private static List<Integer> nonBlank(List<String> lines) {
		return Stream.iterate(1, (line) -> line <= lines.size(), (line) -> line + 1)
			.filter((line) -> !lines.get(line - 1).isBlank())
			.toList();
	}

	private static String text(Step step) {
		return switch (step) {
			case ActionStep action -> action.commandLine();
			case ManualStep manual -> manual.text();
			case Step.DecisionStep decision -> "";
		};
	}

	/**
	 * Without blanks, comment marks and list marks, which a step's text need not hold.
	 */
	private static String squeeze(String text) {
		return text.replaceAll("[\\s#>$]+", "");
	}

}
