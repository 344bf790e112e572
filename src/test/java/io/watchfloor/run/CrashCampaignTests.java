package io.watchfloor.run;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 5 at a hundred points of time: consoles are killed at the named points and anywhere
 * else, against a target outside that writes everything down. A thousand points:
 * {@code ./watchfloor bench crash}. A seed is repeated with
 * {@code -Dwatchfloor.crash.seed=…}.
 */
class CrashCampaignTests {

	private static final int POINTS = Integer.getInteger("watchfloor.crash.points", 100);

	@Test
	void whereverAConsoleDiesNothingHappensTwiceOrUnrecordedAndEverythingGoesOn(@TempDir Path folder) throws Exception {
		long seed = Long.getLong("watchfloor.crash.seed", System.nanoTime());
		System.out.println("SEED of the crash campaign: " + seed);
		try (CrashCampaign campaign = new CrashCampaign(folder, seed)) {
			CrashCampaign.Result result = campaign.run(POINTS);
			System.out.println("MEASURED " + result);
			assertThat(result.violations()).as(result.toString()).isZero();
			assertThat(result.steps()).isGreaterThan(POINTS);
		}
	}

}
