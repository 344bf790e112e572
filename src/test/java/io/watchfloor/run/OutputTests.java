package io.watchfloor.run;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.watchfloor.kernel.Risk;
import io.watchfloor.run.output.OutputChunk;
import io.watchfloor.run.output.OutputExtent;
import io.watchfloor.run.output.OutputHit;
import io.watchfloor.run.output.OutputLine;
import io.watchfloor.run.output.OutputSearch;
import io.watchfloor.testing.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Output is kept complete and read back in pieces. */
class OutputTests {

	private static final int MANY = 1_000_000;

	private static TestStore store;

	@BeforeAll
	static void open() {
		store = TestStore.create();
	}

	@AfterAll
	static void close() {
		store.close();
	}

	@Test
	void aMillionLinesAreKeptToTheLastAndTheEndOpensAtOnce() {
		try (RunHouse house = new RunHouse(store)) {
			StepRun done = printed(house, (context) -> {
				for (int line = 1; line <= MANY; line++) {
					context.output("line " + line);
				}
			});
			long start = System.nanoTime();
			OutputPage tail = house.records().tail(done, 200);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
			assertThat(tail.total()).isEqualTo(MANY + 1);
			assertThat(tail.lines()).hasSize(200).last().isEqualTo("line " + MANY);
			long number = 1;
			for (OutputChunk chunk : chunks(house, done)) {
				assertThat(chunk.firstLine()).isEqualTo(number);
				for (String line : chunk.lines()) {
					assertThat(number == 1 || line.equals("line " + (number - 1))).as("line %d is %s", number, line)
						.isTrue();
					number++;
				}
			}
			assertThat(number - 1).isEqualTo(MANY + 1);
			OutputHit hit = house.outputs().count(done.ref(), 1, new OutputSearch("LINE 77777", false));
			assertThat(hit).isEqualTo(new OutputHit(77_778, 11, true));
			assertThat(house.outputs().count(done.ref(), 1, new OutputSearch("LINE", true)).count()).isZero();
		}
	}

	private static Iterable<OutputChunk> chunks(RunHouse house, StepRun step) {
		return () -> new java.util.Iterator<>() {

			private long from = 1;

			@Override
			public boolean hasNext() {
				return this.from <= house.outputs().extent(step.ref(), 1).lines();
			}

			@Override
			public OutputChunk next() {
				OutputChunk chunk = house.outputStore().chunks(step.ref(), 1, this.from, 1).getFirst();
				this.from = chunk.lastLine() + 1;
				return chunk;
			}

		};
	}

	@Test
	void aVeryLongLineIsKeptWholeAndShownShort() {
		String line = "x".repeat(1_000_000) + "end";
		try (RunHouse house = new RunHouse(store)) {
			StepRun done = printed(house, (context) -> context.output(line));
			List<OutputLine> lines = house.outputs().lines(done.ref(), 1, 1, 10);
			assertThat(lines).hasSize(2);
			assertThat(lines.getLast().shown()).hasSizeLessThan(4_200)
				.endsWith("(996,003 more characters; the download has them)");
			StringWriter all = new StringWriter();
			house.outputs().write(done.ref(), 1, all);
			assertThat(all.toString()).isEqualTo("→ put b new\n" + line + "\n");
			assertThat(house.outputs().count(done.ref(), 1, new OutputSearch("xend", true)).line()).isEqualTo(2);
		}
	}

	@Test
	void hitsAreFoundInBothDirections() {
		try (RunHouse house = new RunHouse(store)) {
			StepRun done = printed(house, (context) -> {
				for (int line = 1; line <= 50_000; line++) {
					context.output((line % 20_000 == 0) ? "a Hit here" : "nothing to see in line " + line);
				}
			});
			OutputSearch search = new OutputSearch("hit", false);
			assertThat(house.outputs().next(done.ref(), 1, search, 0).line()).isEqualTo(20_001);
			assertThat(house.outputs().next(done.ref(), 1, search, 20_002).line()).isEqualTo(40_001);
			assertThat(house.outputs().next(done.ref(), 1, search, 40_002)).isEqualTo(new OutputHit(0, 0, true));
			assertThat(house.outputs().previous(done.ref(), 1, search, 50_000).line()).isEqualTo(40_001);
			assertThat(house.outputs().previous(done.ref(), 1, search, 40_000).line()).isEqualTo(20_001);
			assertThat(house.outputs().previous(done.ref(), 1, search, 20_000)).isEqualTo(new OutputHit(0, 0, true));
		}
	}

	@Test
	void whatCameBeforeACrashIsThereAndTheGapIsSaid() throws InterruptedException {
		CountDownLatch forever = new CountDownLatch(1);
		try (RunHouse house = new RunHouse(store)) {
			house.shelf.sending = (put, context) -> {
				context.output("before the crash");
				try {
					forever.await();
				}
				catch (InterruptedException interrupted) {
					Thread.currentThread().interrupt();
				}
			};
			RunId run = house.put("b", Risk.REVERSIBLE).start("sandbox");
			house.confirm(run, "b", "");
			StepRef step = new StepRef(run, "b");
			await().until(() -> house.outputs().extent(step, 1).lines() == 2);
			try (RunHouse other = new RunHouse(store)) {
				other.allNodesFallSilent();
				await().until(() -> {
					other.beat();
					return other.step(run, "b").state() != StepState.EXECUTING;
				});
				assertThat(other.outputs().lines(step, 1, 1, 10)).extracting(OutputLine::kind)
					.containsExactly(OutputChunk.Kind.PRINTED, OutputChunk.Kind.PRINTED, OutputChunk.Kind.GAP);
				assertThat(other.outputs().lines(step, 1, 2, 2)).extracting(OutputLine::text)
					.contains("before the crash")
					.last()
					.asString()
					.startsWith("⚠ The console stopped here");
			}
			forever.countDown();
		}
	}

	@Test
	void noLineIsLostWhileTheStoreDoesNotAnswer() {
		try (RunHouse house = new RunHouse(store)) {
			StepRun done = printed(house, (context) -> {
				context.output("one");
				house.outputTrouble(true);
				Thread.ofVirtual().start(() -> {
					await().pollDelay(Duration.ofMillis(700)).until(() -> true);
					house.outputTrouble(false);
				});
				for (int line = 1; line <= 30_000; line++) {
					context.output("line " + line);
				}
			});
			assertThat(house.outputs().extent(done.ref(), 1)).isEqualTo(new OutputExtent(30_002, 0));
		}
	}

	private static StepRun printed(RunHouse house,
			java.util.function.Consumer<io.watchfloor.action.RunContext> printer) {
		house.shelf.sending = (put, context) -> printer.accept(context);
		RunId run = house.put("b", Risk.REVERSIBLE).start("sandbox");
		house.confirm(run, "b", "");
		await().atMost(Duration.ofSeconds(60)).until(() -> {
			house.beat();
			return house.step(run, "b").state() == StepState.DONE;
		});
		return house.step(run, "b");
	}

}
