package io.watchfloor.runbook.cli;

import java.time.Clock;
import java.util.List;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Severity;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What all rules together say about a line: each danger once, and where it stands. */
class FoundLinesTests {

	private static final AnnotationConfigApplicationContext CONTEXT = ReadingContext.start();

	private final RunbookReader reader = reader(CONTEXT.getBean(Actions.class));

	private static RunbookReader reader(Actions actions) {
		return new RunbookReader(new LineReader(actions::understand, actions::understand, Clock.systemUTC()),
				actions::findings);
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			sudo rm -rf / --no-preserve-root | host/rm-everything
			rm -rf $OLD/ | host/rm-variable
			psql -c "delete from sessions" shop | pg/no-condition
			psql -c 'update sessions set open = false' shop | pg/no-condition
			aws ec2 terminate-instances --instance-ids i-0abc123def4567890 | aws/machines-terminated
			for p in $(kubectl get pods -n a -o name); do kubectl delete $p -n a; done | k8s/deletes-in-loop
			for p in a b⏎do⏎kubectl -n a delete pod $p⏎done | k8s/deletes-in-loop
			`kubectl get pods -n a -o name ¦ xargs kubectl delete -n a` | k8s/deletes-in-loop
			""")
	void aDangerIsSaidOnce(String line, String rule) {
		assertThat(dangers(line)).containsExactly(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "psql shop -c \"select pid from pg_stat_activity where state <> 'active'\"",
			"psql -c \"delete from sessions where id = 1\" shop", "kubectl -n a delete pod b",
			"for p in a b; do kubectl -n a get pod $p; done" })
	void anOrdinaryLineHasNoDanger(String line) {
		assertThat(dangers(line)).isEmpty();
	}

	@Test
	void aFindingSaysItsTitleOnce() {
		assertThat(read("rm -rf /\naws rds promote-read-replica --db-instance-identifier r\nredis-cli FLUSHALL")
			.findings()).isNotEmpty().allSatisfy((finding) -> {
				String sentence = finding.sentence();
				assertThat(sentence.lastIndexOf(finding.rule().title()))
					.isEqualTo(sentence.indexOf(finding.rule().title()));
			});
	}

	/**
	 * The next command is neither labelled with the line of the export nor blamed for it.
	 */
	@Test
	void aSettingThatTheNextCommandDoesNotUseIsNoPartOfIt() {
		Runbook book = read("export API_SECRET=wJalrXUtnFEMIK7MDENG\ncurl -s https://shop.test/health\n"
				+ "POD=shop-1\nkubectl -n a logs $POD");
		List<Step> steps = book.procedures().getFirst().steps();
		assertThat(steps).extracting((step) -> step.lines().first()).containsExactly(5, 6);
		assertThat(book.findings()).filteredOn((finding) -> finding.rule().id().contains("secret"))
			.isNotEmpty()
			.allMatch((finding) -> finding.lines().last() == 4);
	}

	private List<String> dangers(String line) {
		return read(line).findings()
			.stream()
			.map(RunbookFinding::rule)
			.filter((rule) -> rule.severity() == Severity.DANGER || rule.severity() == Severity.ERROR)
			.map((rule) -> rule.id())
			.toList();
	}

	private Runbook read(String lines) {
		String text = "## A\n\n```bash\n" + lines.replace('⏎', '\n').replace('¦', '|') + "\n```\n";
		return this.reader.read(new RunbookId(new SystemId("lines"), "lines.md"), text);
	}

}
