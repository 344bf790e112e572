package io.watchfloor.action.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that have no action of their own. */
class RedisGenericTests {

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
	}

	private static List<KeyText> words(String... words) {
		return Stream.of(words).map(KeyText::literal).toList();
	}

	private static Reading read(Action action) {
		return actions.read(action, redis.target(), RunContext.none());
	}

	@Test
	void anyReadingCommandAnswersAsRedisCliPrintsIt() {
		redis.commands()
			.hset("h".getBytes(StandardCharsets.UTF_8), "a".getBytes(StandardCharsets.UTF_8),
					"1".getBytes(StandardCharsets.UTF_8));
		assertThat(read(new RedisQuery(words("HGETALL", "h"))).text()).isEqualTo("a\n1");
		assertThat(read(new RedisQuery(words("HLEN", "h"))).value()).isEqualTo(1.0);
		assertThat(read(new RedisQuery(words("GET", "absent"))).known()).isFalse();
		assertThat(read(new RedisQuery(words("GET", "h"))).summary()).contains("WRONGTYPE");
		assertThat(read(new RedisQuery(words("CLIENT", "LIST"))).text()).contains("name=watchfloor");
		assertThat(read(new RedisQuery(words("SLOWLOG", "GET", "5"))).known()).isTrue();
	}

	@Test
	void aWriteShowsItsKeysBeforeAndKnowsThatTheyChanged() {
		redis.fill("n", 2);
		RedisWrite action = new RedisWrite(words("SET", "n1", "new", "EX", "3600"));
		Plan plan = actions.preview(action, redis.target()).plan();
		assertThat(plan.changes().getFirst().now()).startsWith("string, never expires");
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		execute(action, plan);
		assertThat(verify(action, plan)).isEqualTo(Verification.State.HOLDS);
		assertThat(actions.preview(action, redis.target()).plan().markers()).isNotEqualTo(plan.markers());
		assertThat(actions.changes(action).undo(action, plan)).isEmpty();
	}

	@Test
	void whatWasSoAlreadyIsNotVerified() {
		redis.fill("n", 1);
		RedisWrite action = new RedisWrite(words("PERSIST", "n0"));
		Plan plan = actions.preview(action, redis.target()).plan();
		execute(action, plan);
		assertThat(verify(action, plan)).isEqualTo(Verification.State.UNKNOWN);
		assertThat(plan.doneWhen().within()).as("a person is asked at once").isZero();
	}

	@Test
	void anExpiryAloneIsAChange() {
		redis.fill("n", 1);
		RedisWrite action = new RedisWrite(words("EXPIRE", "n0", "60"));
		Plan plan = actions.preview(action, redis.target()).plan();
		execute(action, plan);
		assertThat(verify(action, plan)).isEqualTo(Verification.State.HOLDS);
	}

	@Test
	void theServerItselfTellsWhichKeysAreMeant() {
		redis.fill("k", 3);
		Plan plan = actions.preview(new RedisWrite(words("MSET", "k0", "x", "k2", "y")), redis.target()).plan();
		assertThat(plan.changes()).extracting(Plan.Change::property).containsExactly("k0", "k2");
		plan = actions.preview(new RedisWrite(words("ZUNIONSTORE", "out", "2", "k0", "k1")), redis.target()).plan();
		assertThat(plan.changes()).extracting(Plan.Change::property).containsExactly("out", "k0", "k1");
	}

	@Test
	void aKeyThatWasNotThereIsDeletedAgain() {
		RedisWrite action = new RedisWrite(words("LPUSH", "queue", "job"));
		Plan plan = actions.preview(action, redis.target()).plan();
		execute(action, plan);
		Action undo = actions.changes(action).undo(action, plan).orElseThrow();
		execute(undo, actions.preview(undo, redis.target()).plan());
		assertThat(redis.commands().dbsize()).isZero();
	}

	@Test
	void aRefusalChangesNothing() {
		redis.fill("n", 1);
		RedisWrite action = new RedisWrite(words("LPUSH", "n0", "x"));
		Plan plan = actions.preview(action, redis.target()).plan();
		Outcome outcome = actions.changes(action).execute(action, plan, redis.target(), new Recorder(plan));
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("WRONGTYPE").contains("Nothing was changed");
	}

	@Test
	void aSaveIsDoneWhenANewerSnapshotEndedWell() {
		letASecondPass();
		BackgroundSave action = new BackgroundSave();
		Plan plan = actions.preview(action, redis.target()).plan();
		execute(action, plan);
		long end = System.nanoTime() + 10_000_000_000L;
		while (verify(action, plan) != Verification.State.HOLDS) {
			assertThat(System.nanoTime()).isLessThan(end);
		}
		assertThat(probe(action, plan)).isEqualTo(Settlement.Finding.HAPPENED);
	}

	/** Redis tells the time of its last snapshot in whole seconds, from its start on. */
	private static void letASecondPass() {
		long end = System.nanoTime() + 1_100_000_000L;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	@Test
	void theBiggestKeysComeFirst() {
		redis.fill("small", 50);
		redis.commands().set("big".getBytes(StandardCharsets.UTF_8), new byte[5_000]);
		for (BigKeys.By by : BigKeys.By.values()) {
			Reading reading = read(new BigKeys(by));
			assertThat(reading.table().rows().getFirst().getFirst()).isEqualTo("big");
			assertThat(reading.value()).isGreaterThanOrEqualTo(5_000.0);
		}
	}

	@Test
	void latencyIsMeasuredForABoundedTime() {
		Reading reading = read(new Latency());
		assertThat(reading.value()).isPositive().isLessThan(1_000.0);
		assertThat(reading.text()).startsWith("min: ");
	}

	private static void execute(Action action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		Outcome outcome = actions.changes(action).execute(action, plan, redis.target(), recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
	}

	private static Verification.State verify(Action action, Plan plan) {
		return actions.changes(action).verify(action, plan, redis.target()).state();
	}

	private static Settlement.Finding probe(Action action, Plan plan) {
		return actions.changes(action).probe(action, plan, redis.target()).finding();
	}

}
