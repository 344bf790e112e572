package io.watchfloor.action;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.catalog.Secrets;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What the connectors of databases, HTTP and metrics find wrong with lines. */
class FindingsTests {

	private static final AnnotationConfigApplicationContext CONTEXT = context();

	private static AnnotationConfigApplicationContext context() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(Secrets.class, NoSecrets::new);
		context.registerBean(Clock.class, Clock::systemUTC);
		context.scan("io.watchfloor.action");
		context.refresh();
		return context;
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	private static List<Finding> findings(String line, String block) {
		return CONTEXT.getBean(Actions.class)
			.findings(new CommandLine(line, Optional.empty(), new Understanding.NotUnderstood<>("not looked at"), block,
					0))
			.stream()
			.filter((finding) -> finding.rule().id().matches("(pg|redis|curl|promql)/.*"))
			.toList();
	}

	static Stream<List<String>> samples() throws Exception {
		try (var content = Objects.requireNonNull(FindingsTests.class.getResourceAsStream("findings.txt"))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> List.of(line.split("\t", 2)))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void aDangerIsFoundByItsNameAndAnOrdinaryLineHasNone(List<String> sample) {
		List<String> found = findings(sample.get(1), sample.get(1)).stream()
			.filter((finding) -> finding.rule().severity() != Severity.INFO || !sample.getFirst().equals("-"))
			.map((finding) -> finding.rule().id())
			.toList();
		if (sample.getFirst().equals("-")) {
			assertThat(found).isEmpty();
		}
		else {
			assertThat(found).contains(sample.getFirst());
		}
	}

	@Test
	void everyRuleHasALineThatShowsIt() throws Exception {
		List<String> shown = samples().map(List::getFirst).toList();
		assertThat(CONTEXT.getBean(Actions.class).rules()).extracting(Rule::id)
			.filteredOn((id) -> id.matches("(pg|redis|curl|promql)/.*"))
			.isSubsetOf(shown);
	}

	@Test
	void whatStandsAroundCanMakeItRight() {
		String line = "pg_dump app | gzip > app-$(date +%F).sql.gz";
		assertThat(findings(line, "set -euo pipefail\n" + line)).isEmpty();
	}

	@Test
	void aSaferLineIsGivenWhereThereIsOne() {
		assertThat(findings("psql -c 'REINDEX TABLE t'", "").getFirst().saferCommand())
			.contains("psql -c 'REINDEX TABLE CONCURRENTLY t'");
		assertThat(findings("CREATE INDEX i ON t(c)", "").getFirst().saferCommand())
			.contains("CREATE INDEX CONCURRENTLY i ON t(c)");
		assertThat(findings("redis-cli KEYS 'a:*'", "").getFirst().saferCommand())
			.contains("redis-cli --scan --pattern 'a:*'");
	}

}
