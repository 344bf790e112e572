package io.watchfloor.run;

import java.nio.file.Files;
import java.util.Map;

import io.watchfloor.bench.Benchmark;
import org.springframework.util.FileSystemUtils;

/**
 * The crash campaign at a thousand points of time, or {@code -Dwatchfloor.crash.points}:
 * how often something happened twice, without an intent, without a record, or not at all.
 */
final class CrashBenchmark implements Benchmark {

	private static final int POINTS = Integer.getInteger("watchfloor.crash.points", 1000);

	private Map<String, Object> notes = Map.of();

	@Override
	public String name() {
		return "crash";
	}

	@Override
	public String unit() {
		return "violations";
	}

	@Override
	public Better better() {
		return Better.LOWER;
	}

	@Override
	public boolean once() {
		return true;
	}

	@Override
	public double ours() throws Exception {
		var folder = Files.createTempDirectory("watchfloor-crash");
		try (CrashCampaign campaign = new CrashCampaign(folder,
				Long.getLong("watchfloor.crash.seed", System.nanoTime()))) {
			CrashCampaign.Result result = campaign.run(POINTS);
			this.notes = Map.of("seed", result.seed(), "points", result.points(), "died", result.died(), "steps",
					result.steps(), "effectsTwice", result.twice().size(), "effectsWithoutIntent",
					result.withoutIntent().size(), "doneWithoutEffect", result.never().size(), "unrecorded",
					result.unrecorded(), "stuck", result.stuck(), "longestSeconds",
					result.longest().toMillis() / 1000.0);
			return result.violations();
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	/** Nobody else says what became of a step. */
	@Override
	public double peer() {
		return Double.NaN;
	}

	@Override
	public Map<String, Object> notes() {
		return this.notes;
	}

}
