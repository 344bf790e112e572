package io.watchfloor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.TestStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two consoles on one store, and everybody presses the same button. */
class TwoConsolesTests {

	private static final int ROUNDS = Integer.getInteger("watchfloor.presses.rounds", 500);

	private static final int PEOPLE = 50;

	@Test
	void ofFiftyWhoConfirmTheSamePlanOnTwoConsolesOneGetsIt() throws Exception {
		List<String> effects = new CopyOnWriteArrayList<>();
		try (TestStore store = TestStore.create();
				RunHouse one = new RunHouse(store);
				RunHouse other = new RunHouse(store);
				ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			one.shelf.sending = (put, _) -> effects.add(put.name());
			other.shelf.sending = one.shelf.sending;
			List<RunId> runs = new ArrayList<>();
			for (int round = 0; round < ROUNDS; round++) {
				RunId run = one.put("b" + round, Risk.REVERSIBLE).start("sandbox");
				StepRun planned = one.awaitPlan(run, "b" + round);
				runs.add(run);
				assertThat(accepted(people, planned, one, other)).as("round " + round).isOne();
			}
			for (int round = 0; round < ROUNDS; round++) {
				one.awaitState(runs.get(round), "b" + round, StepState.DONE);
			}
		}
		assertThat(effects).hasSize(ROUNDS).doesNotHaveDuplicates();
	}

	private static int accepted(ExecutorService people, StepRun planned, RunHouse... consoles) throws Exception {
		CountDownLatch together = new CountDownLatch(1);
		List<Future<Boolean>> presses = IntStream.range(0, PEOPLE).mapToObj((person) -> people.submit(() -> {
			together.await();
			return press(consoles[person % consoles.length], planned);
		})).toList();
		together.countDown();
		int accepted = 0;
		for (Future<Boolean> press : presses) {
			accepted += press.get() ? 1 : 0;
		}
		return accepted;
	}

	private static boolean press(RunHouse console, StepRun planned) {
		try {
			console.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "", "");
			return true;
		}
		catch (Problem somebodyWasFaster) {
			assertThat(somebodyWasFaster.category()).isEqualTo(Problem.Category.STALE);
			return false;
		}
	}

}
