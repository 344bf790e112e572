package io.watchfloor.action.redis;

import java.io.IOException;
import java.time.Clock;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Real servers are stopped; what comes back is told from what never went. */
class ShutdownTests {

	private static final Shutdown STOP = new Shutdown(Shutdown.Saving.AS_CONFIGURED);

	@BeforeAll
	static void server() {
		RealServers.redisServer();
	}

	private static Trial<Shutdown> trial(LiveRedis redis) {
		return new Trial<>(new ShutdownHandler(redis.servers, Clock.systemUTC()), redis.target());
	}

	@Test
	void aServerIsStoppedOnceAndAnotherStartCounts() throws IOException {
		try (LiveRedis redis = new LiveRedis(); LiveRedis started = new LiveRedis()) {
			Trial<Shutdown> trial = trial(redis);
			Plan plan = trial.plan(STOP);
			assertThat(redis.commands().ping()).as("planning stops nothing").isEqualTo("PONG");
			assertThat(plan.warnings()).extracting(Plan.Warning::text)
				.anyMatch((text) -> text.contains("no restart"))
				.anyMatch((text) -> text.contains("lost"));
			assertThat(trial.probe(STOP, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
			assertThat(trial.state(STOP, plan)).isEqualTo(State.NOT_YET);
			assertThat(trial.outcome(STOP, plan)).isInstanceOf(Outcome.Succeeded.class);
			assertThat(trial.state(STOP, plan)).as("silence is not well").isEqualTo(State.UNKNOWN);
			assertThat(trial.probe(STOP, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
			assertThat(trial(started).state(STOP, plan)).isEqualTo(State.HOLDS);
		}
	}

	@Test
	void aServerThatCannotSaveGoesOn() throws IOException {
		try (LiveRedis redis = new LiveRedis("--dbfilename", "nowhere.rdb")) {
			Shutdown saving = new Shutdown(Shutdown.Saving.SAVE);
			redis.fill("a", 10);
			Trial<Shutdown> trial = trial(redis);
			Plan plan = trial.plan(saving);
			assertThat(plan.warnings()).extracting(Plan.Warning::text).noneMatch((text) -> text.contains("lost"));
			java.nio.file.Path folder = java.nio.file.Path.of(redis.commands().configGet("dir").get("dir"));
			java.nio.file.Files.createDirectories(folder.resolve("nowhere.rdb/full"));
			assertThat(trial.outcome(saving, plan)).isInstanceOf(Outcome.Failed.class);
			assertThat(trial.probe(saving, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		}
	}

}
