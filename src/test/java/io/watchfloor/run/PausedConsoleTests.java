package io.watchfloor.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.watchfloor.run.CrashConsole.Failpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console that the system stops in its tracks (SIGSTOP) loses its claim; when it goes
 * on, it does nothing any more. The times are shorter than in production, the logic is
 * the same.
 */
class PausedConsoleTests {

	private static final int ANYWHERE = 4;

	@Test
	void whatWokeUpTooLateSendsNothing(@TempDir Path folder) throws Exception {
		List<Failpoint> points = new ArrayList<>(List.of(Failpoint.BEFORE_INTENT, Failpoint.AFTER_INTENT,
				Failpoint.BEFORE_CALL, Failpoint.AFTER_SEND, Failpoint.BEFORE_RESULT, Failpoint.AFTER_RESULT));
		points.addAll(Collections.nCopies(ANYWHERE, Failpoint.NEVER));
		long seed = Long.getLong("watchfloor.crash.seed", System.nanoTime());
		System.out.println("SEED of the pauses: " + seed);
		try (CrashCampaign campaign = new CrashCampaign(folder, seed)) {
			CrashCampaign.Result result = campaign.pause(points);
			assertThat(result.violations()).as(result.toString()).isZero();
			assertThat(result.survivors()).as("done by the other console").isGreaterThanOrEqualTo(3);
		}
	}

}
