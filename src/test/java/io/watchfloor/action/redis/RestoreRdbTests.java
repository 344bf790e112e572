package io.watchfloor.action.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A dump of a real server, restored into one with an append-only file and a password. */
class RestoreRdbTests {

	@TempDir
	private static Path dumps;

	private static LiveRedis redis;

	private static Target target;

	private static Trial<RestoreRdb> trial;

	@BeforeAll
	static void start() throws IOException {
		RealServers.redisServer();
		try (LiveRedis source = new LiveRedis("--dbfilename", "x.rdb")) {
			source.fill("order:", 1_000);
			source.commands().rpush(bytes("queue"), bytes("a"), bytes("b"));
			source.commands().hset(bytes("\u0000odd\n"), bytes("f"), bytes("v"));
			source.commands().setex(bytes("session:1"), 3_600, bytes("v"));
			source.commands().save();
			Path folder = Path.of(source.commands().configGet("dir").get("dir"));
			Files.copy(folder.resolve("x.rdb"), dumps.resolve("shop.rdb"));
		}
		redis = new LiveRedis("--appendonly", "yes");
		Map<String, String> settings = new TreeMap<>(redis.target().settings());
		settings.put("dumps", dumps.toString());
		target = new Target(redis.target().id(), "redis", settings, Map.of(), List.of());
		trial = new Trial<>(new RestoreRdbHandler(redis.servers, Clock.systemUTC()), target);
	}

	@BeforeEach
	void live() {
		redis.commands().flushall();
		redis.commands().select(0);
		redis.fill("live:", 10);
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static long size(int database) {
		redis.commands().select(database);
		long size = redis.commands().dbsize();
		redis.commands().select(0);
		return size;
	}

	private static Recorder run(RestoreRdb action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		Outcome outcome = trial.outcome(action, plan, recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls().subList(0, 2));
		return recorder;
	}

	@Test
	void theDumpsKeysAreLiveAndThoseOfBeforeComeBack() {
		RestoreRdb action = new RestoreRdb("shop.rdb", 9);
		Plan plan = trial.plan(action);
		assertThat(size(9)).as("planning writes nothing").isZero();
		assertThat(plan.changes()).containsExactly(new Plan.Change("keys in db0", "10", "1,003"),
				new Plan.Change("keys in db9", "0", "10, those of before"));
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
		Recorder recorder = run(action, plan);
		assertThat(recorder.kept).containsExactly("swapping", "swapped");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan, "swapping", "swapped").finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.probe(action, plan, "swapping").finding()).isEqualTo(Finding.HAPPENED);
		assertThat(redis.commands().lrange(bytes("queue"), 0, -1)).hasSize(2);
		assertThat(redis.commands().hget(bytes("\u0000odd\n"), bytes("f"))).isEqualTo(bytes("v"));
		assertThat(redis.commands().ttl(bytes("session:1"))).isBetween(3_000L, 3_600L);
		assertThat(size(9)).isEqualTo(10);
		SwapDatabases undo = (SwapDatabases) trial.undoOf(action, plan).orElseThrow();
		Trial<SwapDatabases> swap = new Trial<>(new SwapDatabasesHandler(redis.servers, Clock.systemUTC()), target);
		swap.run(undo);
		assertThat(size(0)).isEqualTo(10);
		assertThat(trial.state(action, plan)).as("what was undone does not hold").isEqualTo(State.NOT_YET);
	}

	@Test
	void keysThatAreLostAfterwardsAreSeen() {
		RestoreRdb action = new RestoreRdb("shop.rdb", 9);
		Plan plan = trial.plan(action);
		run(action, plan);
		redis.commands().del(bytes("order:7"), bytes("queue"));
		assertThat(trial.verify(action, plan).observed()).startsWith("2 keys of the dump are not there");
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
		assertThat(trial.probe(action, plan, "swapping").finding()).isEqualTo(Finding.CANNOT_TELL);
	}

	@Test
	void aDatabaseInUseIsNeverTheOneBeside() {
		assertThatThrownBy(() -> trial.plan(new RestoreRdb("shop.rdb", 0))).isInstanceOf(Problem.class)
			.hasMessageContaining("in use");
		assertThatThrownBy(() -> trial.plan(new RestoreRdb("shop.rdb", 99))).hasMessageContaining("16 databases");
		RestoreRdb action = new RestoreRdb("shop.rdb", 9);
		Plan plan = trial.plan(action);
		redis.commands().select(9);
		redis.commands().set(bytes("precious"), bytes("1"));
		assertThatThrownBy(() -> trial.plan(action)).hasMessageContaining("db9 holds 1 key");
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(size(9)).isEqualTo(1);
		assertThat(size(0)).isEqualTo(10);
	}

	@Test
	void stoppingItEmptiesWhatWasBegun() {
		RestoreRdb action = new RestoreRdb("shop.rdb", 9);
		Plan plan = trial.plan(action);
		Recorder stop = new Recorder(plan, 200);
		Outcome outcome = trial.outcome(action, plan, stop);
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("live keys are untouched");
		assertThat(size(9)).isZero();
		assertThat(size(0)).isEqualTo(10);
	}

	@Test
	void aBrokenDumpOrOneThatHasNoRoomMakesNoPlan() throws IOException {
		byte[] whole = Files.readAllBytes(dumps.resolve("shop.rdb"));
		Files.write(dumps.resolve("cut.rdb"), Arrays.copyOf(whole, whole.length - 300));
		Files.writeString(dumps.resolve("text.rdb"), "SET a b");
		for (String broken : List.of("cut.rdb", "text.rdb")) {
			assertThatThrownBy(() -> trial.plan(new RestoreRdb(broken, 9))).as(broken)
				.isInstanceOf(Problem.class)
				.hasMessageContaining("no dump that can be loaded whole");
		}
		redis.commands().configSet("maxmemory", "1mb");
		assertThatThrownBy(() -> trial.plan(new RestoreRdb("shop.rdb", 9))).hasMessageContaining("would evict");
		redis.commands().configSet("maxmemory", "0");
		assertThatThrownBy(() -> new RestoreRdb("../x", 1)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void anExchangeIsReadCountedAndTakenBack() {
		SwapDatabases action = (SwapDatabases) Lines.call("redis-cli SWAPDB 0 9", new RedisCliReader()).action();
		Trial<SwapDatabases> swap = new Trial<>(new SwapDatabasesHandler(redis.servers, Clock.systemUTC()), target);
		Plan plan = swap.plan(action);
		assertThat(plan.warnings()).anyMatch((warning) -> warning.grave() && warning.text().contains("finds nothing"));
		assertThat(swap.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		swap.run(action, plan);
		assertThat(swap.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(swap.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		swap.undo(action, plan, (back) -> assertThat(back.changes().getFirst().now()).isEqualTo("0"));
		assertThat(swap.state(action, plan)).isEqualTo(State.NOT_YET);
		assertThat(swap.probe(action, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
		for (String line : List.of("redis-cli SWAPDB 0", "redis-cli SWAPDB 0 0", "redis-cli SWAPDB 0 1 2",
				"redis-cli SWAPDB 0 -1", "redis-cli SWAPDB 0 99999")) {
			assertThat(Lines.reason(line, new RedisCliReader())).isNotBlank();
		}
	}

}
