package io.watchfloor.action.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Preview;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedisChangeTests {

	private static LiveRedis redis;

	private static Actions actions;

	@BeforeAll
	static void start() throws IOException {
		redis = new LiveRedis();
		actions = Connectors.of(RedisReadTests.handlers(redis.servers));
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	@BeforeEach
	void empty() {
		redis.commands().flushall();
		redis.commands().select(0);
	}

	@Test
	void deletesExactlyTheNamedKeysWhateverTheirBytes() {
		KeyText hostile = KeyText.of(new byte[] { 0, (byte) 0xff, '\n', '*', ' ', '"' });
		redis.commands().set(hostile.bytes(), new byte[0]);
		redis.commands().setex(bytes("customer:1"), 100, new byte[0]);
		redis.commands().set(bytes("customer:2"), new byte[0]);
		DeleteKeys action = new DeleteKeys(List.of(hostile, KeyText.literal("customer:1"), KeyText.literal("absent")));
		Plan plan = actions.preview(action, redis.target()).plan();
		assertThat(plan.warnings()).singleElement().matches(Plan.Warning::grave);
		assertThat(plan.changes().get(1).now()).matches("string, expires in (99|100) s");
		assertThat(plan.changes().get(2).now()).isNull();
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		execute(action, plan);
		assertThat(redis.commands().dbsize()).isEqualTo(1);
		assertThat(verify(action, plan)).isEqualTo(Verification.State.HOLDS);
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
	}

	@Test
	void aPlanIsStaleWhenAKeyChangedItsType() {
		redis.commands().set(bytes("customer:1"), new byte[0]);
		DeleteKeys action = new DeleteKeys(List.of(KeyText.literal("customer:1")));
		Preview before = actions.preview(action, redis.target());
		redis.commands().del(bytes("customer:1"));
		redis.commands().lpush(bytes("customer:1"), new byte[0]);
		assertThat(actions.preview(action, redis.target()).fingerprint()).isNotEqualTo(before.fingerprint());
	}

	@Test
	void flushShowsWhatIsNoCacheAndTellsByTheServersCountWhetherItRan() {
		redis.commands().setex(bytes("health_score:1"), 100, new byte[0]);
		redis.commands().lpush(bytes("queue:mail"), new byte[0]);
		redis.commands().select(3);
		redis.commands().set(bytes("other"), new byte[0]);
		Flush action = new Flush(Flush.Scope.DATABASE, Flush.Mode.ASYNC);
		Plan plan = actions.preview(action, redis.target()).plan();
		assertThat(plan.warnings()).anyMatch((warning) -> warning.grave() && warning.text().startsWith("queue:*"));
		assertThat(plan.warnings()).noneMatch((warning) -> warning.text().startsWith("health_score:*"));
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		execute(action, plan);
		assertThat(redis.commands().dbsize()).as("database 3 is left alone").isEqualTo(1);
		redis.commands().select(0);
		redis.commands().set(bytes("written:since"), new byte[0]);
		assertThat(verify(action, plan)).isEqualTo(Verification.State.HOLDS);
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
	}

	@Test
	void flushOfAllReachesEveryDatabase() {
		redis.commands().set(bytes("a"), new byte[0]);
		redis.commands().select(3);
		redis.commands().set(bytes("b"), new byte[0]);
		Flush action = new Flush(Flush.Scope.ALL, Flush.Mode.DEFAULT);
		Plan plan = actions.preview(action, redis.target()).plan();
		assertThat(plan.changes()).extracting(Plan.Change::property).containsExactly("keys in db0", "keys in db3");
		execute(action, plan);
		assertThat(redis.commands().dbsize()).isZero();
	}

	@Test
	void aSettingIsChangedVerifiedAndPutBack() {
		redis.fill("persistent:", 10);
		ConfigSet action = new ConfigSet("maxmemory", "1gb");
		Plan plan = actions.preview(action, redis.target()).plan();
		assertThat(plan.changes()).containsExactly(new Plan.Change("maxmemory", "0", "1gb"));
		execute(action, plan);
		assertThat(verify(action, plan)).isEqualTo(Verification.State.HOLDS);
		Action undo = actions.changes(action).undo(action, plan).orElseThrow();
		execute(undo, actions.preview(undo, redis.target()).plan());
		assertThat(redis.commands().configGet("maxmemory")).containsEntry("maxmemory", "0");
		assertThat(
				actions.preview(new ConfigSet("maxmemory", "1mb"), redis.target()).plan().warnings().getFirst().text())
			.contains("evicted at once");
		assertThat(actions.preview(new ConfigSet("maxmemory-policy", "allkeys-lru"), redis.target()).plan().warnings())
			.anyMatch((warning) -> warning.text().startsWith("10 keys never expire"));
	}

	@Test
	void aValueThatTheServerRefusesFailsAndChangesNothing() {
		ConfigSet action = new ConfigSet("maxmemory-policy", "nonsense");
		Plan plan = actions.preview(action, redis.target()).plan();
		assertThat(actions.changes(action).execute(action, plan, redis.target(), new Recorder(plan)))
			.isInstanceOf(Outcome.Failed.class);
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
	}

	private static void execute(Action action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		assertThat(actions.changes(action).execute(action, plan, redis.target(), recorder))
			.isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
	}

	private static Verification.State verify(Action action, Plan plan) {
		return actions.changes(action).verify(action, plan, redis.target()).state();
	}

	private static Settlement.Finding probe(Action action, Plan plan) {
		return actions.changes(action).probe(action, plan, redis.target()).finding();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
