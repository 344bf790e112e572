package io.watchfloor.runbook;

import java.time.Duration;
import java.util.List;

import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.Choice;
import io.watchfloor.runbook.Step.DecisionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ReadingTests {

	private static final String PLAYBOOK = """
			# Shop runbook

			## Playbooks

			### Orders are stuck

			**Symptoms:**
			- The queue grows

			**Investigation Steps:**
			1. Look at the queue
			   ```bash
			   redis-cli llen orders
			   ```
			2. Check the supplier's [status page](https://status.example.com)

			**Common Causes & Solutions:**

			| Cause | Solution |
			|-------|----------|
			| Worker died | Restart the worker |
			| Supplier down | Wait |

			**Mitigation:**
			```bash
			# Drop what is stuck
			redis-cli del orders
			# Expected: 1

			# If it comes back
			# 1. Call the supplier
			# 2. Stop the import

			systemctl restart worker
			```

			### Roll back

			#### Step 1: Choose the version
			```bash
			git tag
			```
			#### Step 2: Verify
			```bash
			curl http://localhost/health
			```
			""";

	/** Most authors do not indent a fence below a list's item. */
	@Test
	void aNumberedItemDirectlyAboveCommandsIsTheirTitle() {
		Runbook book = Books.read("""
				# Shop runbook

				## Empty the cache

				1. Look whether it is full

				```bash
				redis-cli info memory
				```

				2. Empty it

				```bash
				redis-cli del orders
				```
				```bash
				redis-cli dbsize
				```

				3. Tell the team
				""");
		assertThat(book.procedures().getFirst().steps()).extracting(Step::title)
			.containsExactly("Look whether it is full", "Empty it · redis-cli del orders",
					"Empty it · redis-cli dbsize", "Tell the team");
		assertThat(book.procedures().getFirst().steps()).extracting((step) -> step.lines().first())
			.containsExactly(5, 11, 17, 20);
	}

	/** One comment over many commands hid the one that removes all. */
	@Test
	void commandsOfOneTitleSayWhatEachDoes() {
		Procedure fix = only("""
				## Fix
				```bash
				# Restart it
				redis-cli flushall
				systemctl restart nginx
				rm -rf / --no-preserve-root
				psql "postgres://shop:hunter2222@db/shop" -f a.sql | tee out
				```
				```bash
				redis-cli ping
				```
				""");
		assertThat(fix.steps()).extracting(Step::title)
			.containsExactly("Restart it · " + ((ActionStep) fix.steps().getFirst()).does(),
					"Restart it · systemctl restart nginx", "Restart it · rm -rf / --no-preserve-root",
					"Restart it · psql \"postgres://shop:…@db/shop\" -f a.sql | tee out", "Fix");
	}

	/** To Markdown four blanks below "2)" are a paragraph of the item. */
	@Test
	void aCommandThatIsIndentedBelowAnItemIsAStepWithTheItemsTitle() {
		Procedure triage = only("""
				## Triage
				1) check pods
				```sh
				# all of them
				$ kubectl get pods
				```
				2) who is <b>hammering</b> us<br>

				    psql -c 'select 1'

				3) Tell the team

				    and wait for them
				""");
		assertThat(triage.steps()).extracting(Step::title)
			.containsExactly("check pods: all of them", "who is hammering us", "Tell the team");
		assertThat(triage.steps().get(1)).isInstanceOf(ActionStep.class);
	}

	@Test
	void aCommandInABlockThatIsNeverClosedIsAStep() {
		Procedure last = only("""
				## A
				- [ ] look

				```yaml
				foo: bar
				# never closed
				kubectl delete ns payments
				find the others.
				redis-cli \\
				  ping
				""");
		assertThat(last.steps()).hasSize(3);
		assertThat(last.steps().get(1)).isInstanceOfSatisfying(ManualStep.class,
				(step) -> assertThat(step.text()).isEqualTo("kubectl delete ns payments"));
		assertThat(last.steps().get(1).lines()).isEqualTo(new LineRange(7, 7));
		assertThat(last.steps().get(2).lines()).isEqualTo(new LineRange(9, 10));
		assertThat(only("## A\n- [ ] look\n\n```yaml\nrun: |\n  kubectl delete ns a\n```\n").steps()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Do", "Action", "Fix", "Solution", "What to do" })
	void aTableOfTwoColumnsThatSaysWhatToDoIsADecision(String header) {
		Procedure table = only(
				"## T\n| Seen | " + header + " |\n|--|--|\n| Pods `CrashLoop` | roll back |\n| Full | grow |\n");
		assertThat(table.steps()).singleElement()
			.isInstanceOfSatisfying(DecisionStep.class, (step) -> assertThat(step.choices())
				.containsExactly(new Choice("Pods CrashLoop", "roll back"), new Choice("Full", "grow")));
		assertThat(Books.read("## T\n| Role | " + header + " |\n|--|--|\n| DBA | Ada |\n| Net | Bob |\n").procedures())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Page @payments-lead in #inc, then call +49 170 1234567.", "Page the on-call.",
			"Notify the vendor.", "Ping #ops.", "Escalate to Ada.", "Call +49 170 1234567.", "Email your manager." })
	void aSentenceThatSaysWhomToReachIsAStep(String sentence) {
		assertThat(only("## A\n- [ ] look\n\n" + sentence + "\n").steps()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Page load times grow.", "Page Load is slow.", "Mail queues fill up.",
			"Alert rules are kept." })
	void aSentenceAboutAPageIsNone(String sentence) {
		assertThat(only("## A\n- [ ] look\n\n" + sentence + "\n").steps()).hasSize(1);
	}

	@Test
	void markupInACellIsNoPlaceholder() {
		String table = "## Contacts\n| Role | Name | Contact |\n|--|--|--|\n| DBA | %s | %s |\n";
		assertThat(Books.read(table.formatted("<b>Bob</b>", "bob@example.com")).findings()).isEmpty();
		assertThat(Books.read(table.formatted("", "<bob@shop.test>")).findings()).isEmpty();
		assertThat(Books.read(table.formatted("<name>", "<phone>")).findings()).isNotEmpty();
	}

	@Test
	void aHeadingWithStepsIsAProcedureAndItsNumberedSubHeadingsAreParts() {
		Runbook book = Books.read(PLAYBOOK);
		assertThat(book.title()).isEqualTo("Shop runbook");
		assertThat(book.procedures()).extracting(Procedure::slug).containsExactly("orders-are-stuck", "roll-back");
		Procedure back = book.procedure("roll-back").orElseThrow();
		assertThat(back.path()).containsExactly("Shop runbook", "Playbooks");
		assertThat(back.steps()).extracting(Step::phase).containsExactly(Phase.STEPS, Phase.VERIFY);
		assertThat(back.steps()).extracting(Step::title).containsExactly("Choose the version", "Verify");
	}

	@Test
	void boldLinesNameThePhases() {
		assertThat(stuck().steps()).extracting(Step::phase)
			.containsExactly(Phase.INVESTIGATE, Phase.INVESTIGATE, Phase.DECIDE, Phase.MITIGATE, Phase.MITIGATE,
					Phase.MITIGATE, Phase.MITIGATE);
	}

	@Test
	void titlesComeFromTheItemOrTheCommentAboveAndConditionsStayWithTheirSteps() {
		assertThat(stuck().steps()).extracting(Step::title)
			.containsExactly("Look at the queue", "Check the supplier's status page", "Orders are stuck",
					"Drop what is stuck", "If it comes back: Call the supplier", "If it comes back: Stop the import",
					"Orders are stuck");
	}

	@Test
	void commandsThatAConnectorReadsAreActionsAndOthersSayWhyNot() {
		assertThat(stuck().steps().getFirst()).isInstanceOfSatisfying(ActionStep.class, (step) -> {
			assertThat(step.commandLine()).isEqualTo("redis-cli llen orders");
			assertThat(step.lines()).isEqualTo(new LineRange(11, 13));
		});
		assertThat(stuck().steps().getLast()).isInstanceOfSatisfying(ManualStep.class, (step) -> {
			assertThat(step.command()).isTrue();
			assertThat(step.reason()).isEqualTo("No connector reads 'systemctl'.");
		});
	}

	@Test
	void expectedOutputStaysBesideItsStep() {
		assertThat(stuck().steps().get(3)).isInstanceOfSatisfying(ActionStep.class,
				(step) -> assertThat(step.expected()).isEqualTo("1"));
	}

	@Test
	void causesWithSolutionsAreADecision() {
		assertThat(stuck().steps().get(2)).isInstanceOfSatisfying(DecisionStep.class,
				(step) -> assertThat(step.choices()).containsExactly(new Choice("Worker died", "Restart the worker"),
						new Choice("Supplier down", "Wait")));
		Procedure listed = only("""
				## P0
				1. **Check:**
				   ```bash
				   ls
				   ```
				2. **Common fixes:**
				   - Database connection: Restart postgres
				   - Crash: Restart shop
				""");
		assertThat(listed.steps().get(1)).isInstanceOfSatisfying(DecisionStep.class,
				(step) -> assertThat(step.choices()).contains(new Choice("Database connection", "Restart postgres")));
	}

	@Test
	void keysStayWhenOtherTextChanges() {
		List<String> before = stuck().steps().stream().map(Step::key).toList();
		Runbook edited = Books.read(PLAYBOOK.replace("- The queue grows", "- The queue grows\n- Customers call\n"));
		assertThat(edited.procedures().getFirst().steps()).extracting(Step::key).isEqualTo(before);
		assertThat(before).doesNotHaveDuplicates();
	}

	@Test
	void theSameCommandTwiceHasTwoKeysAndTheSameHeadingTwoSlugs() {
		Runbook book = Books.read("## A\n```sh\nls\nls\n```\n## A\n```sh\nls\n```\n");
		assertThat(book.procedures()).extracting(Procedure::slug).containsExactly("a", "a-2");
		assertThat(book.procedures().getFirst().steps()).extracting(Step::key).doesNotHaveDuplicates();
	}

	@Test
	void commandsOfATableAndOfATerminalSessionAreSteps() {
		Procedure table = only("## T\n| Task | Command |\n|--|--|\n| Ping | `redis-cli ping` |\n");
		assertThat(table.steps()).singleElement().isInstanceOfSatisfying(ActionStep.class, (step) -> {
			assertThat(step.title()).isEqualTo("Ping");
			assertThat(step.lines()).isEqualTo(new LineRange(4, 4));
		});
		Procedure session = only("## S\n```\n$ redis-cli ping\nPONG\n```\n");
		assertThat(session.steps()).singleElement().isInstanceOfSatisfying(ActionStep.class, (step) -> {
			assertThat(step.commandLine()).isEqualTo("redis-cli ping");
			assertThat(step.expected()).isEqualTo("PONG");
		});
	}

	@Test
	void configurationInABlockOfCommandsIsNoStep() {
		assertThat(
				Books.read("## A\n```bash\nCACHE=15 # seconds\n```\n```yaml\na: b\n```\n```\n+--+\n|a |\n+--+\n```\n")
					.procedures())
			.isEmpty();
	}

	@Test
	void aScriptIsOneStep() {
		assertThat(only("## A\n```bash\n#!/bin/bash\nrm x\nredis-cli ping\n```\n").steps()).singleElement()
			.isInstanceOfSatisfying(ManualStep.class, (step) -> assertThat(step.reason()).contains("It is a script."));
	}

	@Test
	void commandsThatShareALineAreStepsOnlyWhenAllAreUnderstood() {
		assertThat(only("## A\n```\nredis-cli ping && psql -l\n```\n").steps()).hasSize(2);
		assertThat(only("## A\n```\ncd x && psql -l\n```\n").steps()).singleElement().isInstanceOf(ManualStep.class);
		assertThat(only("## A\n```\npsql -l || redis-cli ping\n```\n").steps()).singleElement()
			.isInstanceOf(ManualStep.class);
		assertThat(only("## A\n```bash\npsql -l &\n```\n").steps()).singleElement().isInstanceOf(ManualStep.class);
	}

	@Test
	void aForgottenFenceIsClosedAtTheNextHeading() {
		Runbook book = Books.read("## A\n```bash\nredis-cli ping\n\n## B\n```bash\npsql -l\n```\n\n### C\ntext\n");
		assertThat(book.procedures()).extracting(Procedure::title).containsExactly("A", "B");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\n" })
	void anyLineEndAndAByteOrderMarkAreRead(String lineEnd) {
		Runbook book = Books.read("\uFEFF" + PLAYBOOK.replace("\n", lineEnd));
		assertThat(book.procedures()).extracting(Procedure::title).containsExactly("Orders are stuck", "Roll back");
		assertThat(((ActionStep) book.procedures().getFirst().steps().getFirst()).commandLine())
			.isEqualTo("redis-cli llen orders");
	}

	@Test
	void emojiAndWhatABadEncodingMadeOfThemAreNoPartOfATitle() {
		assertThat(Books.read("# 🚨 **Böse Überraschung**\n## \u221a\u00a9\u00d8 **P0: Down**\n```sh\nls\n```\n")
			.procedures()).extracting(Procedure::title).containsExactly("P0: Down");
	}

	@Test
	void whatIsNoTextIsRefused() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Books.read("a\0b")).withMessageContaining("NUL");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Books.read("a".repeat(10_000_000)))
			.withMessageContaining("limit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "> ", "- ", "*", "`", "![](", "<", "| ", "a\n\n", "```\n", "# a\n", "    - a\n", "**",
			"1. ", "&", "\t", "\\", "[a]: b\n", "- [ ] run\n", "|a|\n|-|\n", "```sh\nls\n```\n" })
	void hostileTextIsReadInTime(String piece) {
		for (String text : List.of(piece.repeat(100_000), piece.repeat(20_000) + "\ntext\n")) {
			assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Books.read(text));
		}
	}

	private static Procedure stuck() {
		return Books.read(PLAYBOOK).procedures().getFirst();
	}

	private static Procedure only(String text) {
		assertThat(Books.read(text).procedures()).hasSize(1);
		return Books.read(text).procedures().getFirst();
	}

}
