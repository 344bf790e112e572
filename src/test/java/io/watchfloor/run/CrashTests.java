package io.watchfloor.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.Settlement;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Law 5: may have happened is a state; nothing runs twice. */
class CrashTests {

	private static TestStore store;

	@BeforeAll
	static void open() {
		store = TestStore.create();
		// Threads die here on purpose
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
	}

	@AfterAll
	static void close() {
		Awaitility.reset();
		store.close();
	}

	@ParameterizedTest
	@EnumSource(value = CrashPoint.class,
			names = { "BEFORE_INTENT", "AFTER_INTENT", "AFTER_SENDING_BEFORE_RESULT", "AFTER_AUDIT_BEFORE_RECORD" })
	void aKilledConsoleLeavesAStepThatTheProbeSettles(CrashPoint point, @TempDir Path folder)
			throws IOException, InterruptedException {
		Path journal = folder.resolve("journal");
		assertThat(killedAt(point, journal)).isEqualTo(DyingConsole.KILLED);
		List<String> before = Files.readAllLines(journal);
		assertThat(before.contains("effect")).isEqualTo(point.effect());
		if (point.effect()) {
			assertThat(before).containsSubsequence("step.intended", "effect").containsOnlyOnce("effect");
		}

		RunId run = RunId.parse(before.get(1).substring("run ".length()));
		try (RunHouse house = new RunHouse(store)) {
			house.shelf.sending = (put, context) -> DyingConsole.append(journal, "effect");
			settles(house, run, point);
		}
		assertThat(Files.readAllLines(journal)).isEqualTo(before);
	}

	private static int killedAt(CrashPoint point, Path journal) throws IOException, InterruptedException {
		Process console = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xshare:auto",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), DyingConsole.class.getName(),
				store.jdbcUrl(), journal.toString(), point.name())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			assertThat(console.waitFor(60, TimeUnit.SECONDS)).as("dies").isTrue();
			return console.exitValue();
		}
		finally {
			console.destroyForcibly();
		}
	}

	@ParameterizedTest
	@EnumSource(CrashPoint.class)
	void aThreadThatDiesLeavesAStepThatTheProbeSettles(CrashPoint point) {
		try (RunHouse house = new RunHouse(store)) {
			RunId run = house.put("b", Risk.REVERSIBLE).start("sandbox");
			StepRun planned = house.awaitState(run, "b", StepState.PLANNED);
			point.arm(house, () -> {
				house.audit.before = (entry) -> {
				};
				house.audit.after = (entry) -> {
				};
				throw new Death(point);
			});
			Thread person = Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {
			}).start(() -> house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "", ""));
			person.join();
			int effects = point.effect() ? 1 : 0;
			settles(house, run, point);
			assertThat(house.shelf.journal).hasSize(effects);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	/** Without a sign of life for long enough the step is unknown, then settled. */
	private static void settles(RunHouse house, RunId run, CrashPoint point) {
		house.shelf.probed = point.effect() ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN;
		house.allNodesFallSilent();
		StepRun settled = house.awaitState(run, "b", point.effect() ? StepState.DONE : StepState.READY);
		assertThat(settled.settlement().finding()).isEqualTo(house.shelf.probed);
		assertThat(settled.planned() != null).as("still planned").isEqualTo(point.effect());
		assertThat(house.timeline(run)).anySatisfy((line) -> assertThat(line).contains("It may have happened"));
		assertThat(house.audit.actions()).contains("step.settled");
		house.clock.advance(Duration.ofMinutes(5));
		house.beat();
		assertThat(house.step(run, "b")).isEqualTo(settled);
	}

	private static final class Death extends Error {

		private static final long serialVersionUID = 1L;

		Death(CrashPoint point) {
			super("dies " + point);
		}

	}

}
