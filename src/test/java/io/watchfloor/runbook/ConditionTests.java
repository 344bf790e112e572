package io.watchfloor.runbook;

import java.util.List;

import io.watchfloor.runbook.Step.DecisionStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionTests {

	@Test
	void aHeadingThatStartsWithIfHoldsForTheStepsBelow() {
		Runbook book = Books.read("""
				## Queue is full

				### Step 1: Look
				```bash
				redis-cli PING
				```

				**If the queue grows:**
				```bash
				redis-cli INFO
				```
				""");
		assertThat(conditions(book)).containsExactly(null, "If the queue grows");
	}

	@Test
	void aTitleThatStartsWithIfIsACondition() {
		Runbook book = Books.read("""
				## Rate limits
				```bash
				# If rate limited: read the figures
				redis-cli INFO
				```
				""");
		assertThat(conditions(book)).containsExactly("If rate limited");
	}

	@Test
	void aCauseLeadsToTheProcedureThatItsLinkNames() {
		Runbook book = Books.read("""
				## Common causes
				| Cause | Solution |
				|---|---|
				| Memory is full | [Free memory](#free-memory) |
				| Slow pool connections | Reset the pool connections |

				## Free memory
				```bash
				redis-cli INFO
				```

				## Reset pool connections
				```bash
				redis-cli PING
				```
				""");
		DecisionStep decision = (DecisionStep) book.procedures().getFirst().steps().getFirst();
		assertThat(decision.choices()).extracting(Step.Choice::target)
			.containsExactly("free-memory", "reset-pool-connections");
	}

	private static List<String> conditions(Runbook book) {
		return book.procedures().getFirst().steps().stream().map(Step::condition).toList();
	}

}
