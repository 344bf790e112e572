package io.watchfloor.runbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Rule;
import io.watchfloor.runbook.finding.Linter;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on findings names every rule about documents, and none that is not there. */
class FindingsPageTests {

	private static final Path PAGE = Path.of("docs/findings.md");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9]+/[a-z0-9-]+)` \\| (\\w+) \\|");

	@Test
	void everyRuleHasItsRow() throws IOException {
		Set<String> rows = ROW.matcher(Files.readString(PAGE))
			.results()
			.map((row) -> row.group(1) + " " + row.group(2))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> rules = Linter.rules()
			.stream()
			.map((rule) -> rule.id() + " " + rule.severity().name().toLowerCase(java.util.Locale.ROOT))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(rows).isEqualTo(rules);
	}

	@Test
	void everyDangerIsCoveredByARuleThatIsThereOrSaysWhyNot() throws IOException {
		String page = Files.readString(PAGE);
		Set<String> known;
		try (AnnotationConfigApplicationContext context = ReadingContext.start()) {
			known = Stream.concat(context.getBean(Actions.class).rules().stream(), Linter.rules().stream())
				.map(Rule::id)
				.collect(Collectors.toSet());
		}
		assertThat(IntStream.rangeClosed(1, 128)).allSatisfy((number) -> {
			String row = page.lines().filter((line) -> line.startsWith("| " + number + " |")).findFirst().orElse("");
			assertThat(row).as("danger " + number).containsPattern("`[a-z0-9]+/|console: |plan|not detectable: ");
			assertThat(Pattern.compile("`([a-z0-9]+/[a-z0-9-]+)`").matcher(row).results().map((rule) -> rule.group(1)))
				.isSubsetOf(known);
		});
	}

}
