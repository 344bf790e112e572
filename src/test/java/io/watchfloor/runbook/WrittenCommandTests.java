package io.watchfloor.runbook;

import java.util.List;

import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that stand in backquotes, or behind a fence that names no language. */
class WrittenCommandTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "`redis-cli llen orders`", "Run `redis-cli llen orders`.", "Check: `redis-cli llen orders`",
					"[ ] Verify with `redis-cli llen orders`", "please run the command `` redis-cli llen orders ``" })
	void anItemThatIsOneCommandIsThatCommand(String item) {
		assertThat(steps("- " + item)).singleElement()
			.isInstanceOfSatisfying(ActionStep.class,
					(step) -> assertThat(step.commandLine()).isEqualTo("redis-cli llen orders"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Count what waits: `redis-cli llen orders`",
			"**Count what waits**: `redis-cli llen orders`", "**Count what waits:** `redis-cli llen orders`",
			"[ ] Count what waits - `redis-cli llen orders`.", "__Count what waits__ `redis-cli llen orders`" })
	void aLabelIsItsTitle(String item) {
		assertThat(steps("- " + item)).singleElement()
			.isInstanceOfSatisfying(ActionStep.class,
					(step) -> assertThat(step.commandLine()).isEqualTo("redis-cli llen orders"))
			.extracting(Step::title)
			.isEqualTo("Count what waits");
	}

	@Test
	void aConditionInALabelStays() {
		assertThat(steps("- If orders wait: `redis-cli llen orders`")).singleElement()
			.isInstanceOfSatisfying(ActionStep.class,
					(step) -> assertThat(step.condition()).isEqualTo("If orders wait"));
	}

	@Test
	void whatItIsToPrintIsExpected() {
		assertThat(steps("- [ ] `redis-cli ping` prints `PONG`")).singleElement()
			.isInstanceOfSatisfying(ActionStep.class, (step) -> assertThat(step.expected()).isEqualTo("PONG"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Do not run `redis-cli flushall now`", "Never `redis-cli flushall now`",
			"Run `redis-cli flushall now` only when nobody works", "Check `redis-cli ping`; if it fails: `reboot now`",
			"Use either `redis-cli ping` or `psql -c x`", "Do not run this: `redis-cli del orders`",
			"Error message: `redis-cli del orders`", "Never during the day: `redis-cli del orders`",
			"Old way: `redis-cli del orders`", "Restart it: `redis-cli shutdown nosave`, then tell the team",
			"Either: `redis-cli ping` or `redis-cli info x`", "Run `redis-cli`", "Check the `orders queue`" })
	void anItemThatSaysMoreStaysAPersons(String item) {
		assertThat(steps("1. " + item + "\n2. Check the board")).allSatisfy((step) -> assertThat(step)
			.isInstanceOfSatisfying(ManualStep.class, (manual) -> assertThat(manual.command()).isFalse()));
	}

	@Test
	void symptomsAreNotDone() {
		Runbook book = Books.read("""
				# Shop

				## Orders are stuck

				### Symptoms
				- `redis-cli ping` returns `LOADING`

				### Fix
				- `redis-cli del orders`
				""");
		assertThat(book.procedures().getFirst().steps()).singleElement()
			.isInstanceOfSatisfying(ActionStep.class,
					(step) -> assertThat(step.commandLine()).isEqualTo("redis-cli del orders"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mysql -h replica1 -e 'SHOW REPLICA STATUS'",
			"kafka-topics.sh --bootstrap-server b:9092 --list", "sudo rabbitmqctl -n rabbit@a list_queues",
			"./bin/release --dry-run" })
	void aFenceWithoutALanguageMayHoldCommandsOfToolsNobodyKnows(String line) {
		assertThat(steps("```\n" + line + "\n```")).singleElement()
			.isInstanceOfSatisfying(ManualStep.class, (step) -> assertThat(step.command()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "NAME   READY   STATUS\nweb-1  1/1     Running", "uid pid cmd\nroot 1 /sbin/init -x",
			"Connection refused -- retrying", "total 4\n-rw-r--r-- 1 root root 5 a", "web -> api -> db",
			"listening on 8080 -ok" })
	void outputIsNoCommand(String text) {
		assertThat(steps("1. Look at the board\n\n```\n" + text + "\n```")).allSatisfy((step) -> assertThat(step)
			.isInstanceOfSatisfying(ManualStep.class, (manual) -> assertThat(manual.command()).isFalse()));
	}

	private static List<Step> steps(String markdown) {
		List<Procedure> procedures = Books.read("# Shop\n\n## Orders are stuck\n\n" + markdown + "\n").procedures();
		assertThat(procedures).hasSize(1);
		return procedures.getFirst().steps();
	}

}
