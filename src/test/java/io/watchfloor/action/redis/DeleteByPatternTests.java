package io.watchfloor.action.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeleteByPatternTests {

	private static LiveRedis redis;

	private static DeleteByPatternHandler handler;

	private final DeleteByPattern action = new DeleteByPattern(KeyText.parse("health_score:*"));

	@BeforeAll
	static void start() throws IOException {
		redis = new LiveRedis();
		handler = new DeleteByPatternHandler(redis.servers, Clock.systemUTC());
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	@BeforeEach
	void empty() {
		redis.commands().flushall();
	}

	@Test
	void planCountsExactlyAndChangesNothing() {
		redis.fill("health_score:", 5_000);
		redis.fill("customer:", 2_000);
		Plan plan = handler.plan(this.action, redis.target());
		assertThat(plan.markers()).containsEntry("keys", "5000");
		assertThat(plan.samples()).hasSize(20).allMatch((key) -> key.startsWith("health_score:"));
		assertThat(plan.effects().getFirst()).contains("5,000 keys of 7,000 keys").contains("71.4 %");
		assertThat(plan.warnings()).anyMatch(Plan.Warning::grave);
		assertThat(redis.commands().dbsize()).isEqualTo(7_000);
	}

	@Test
	void deletesWhatMatchesAndNothingElse() {
		redis.fill("health_score:", 5_000);
		redis.fill("customer:", 6_000);
		Plan plan = handler.plan(this.action, redis.target());
		Recorder recorder = new Recorder(plan);
		assertThat(handler.execute(this.action, plan, redis.target(), recorder)).isInstanceOfSatisfying(
				Outcome.Succeeded.class, (done) -> assertThat(done.facts()).containsEntry("deleted", "5000"));
		assertThat(recorder.calls).isEqualTo(plan.calls());
		assertThat(recorder.progress).isSorted().endsWith(5_000L);
		assertThat(redis.commands().dbsize()).isEqualTo(6_000);
		assertThat(handler.verify(this.action, plan, redis.target()).state()).isEqualTo(Verification.State.HOLDS);
		assertThat(handler.undo(this.action, plan)).isEmpty();
	}

	@Test
	void hostileKeyNamesAreDeletedOnlyWhenTheServerMatchesThem() {
		String[] matching = { "health_score: with space", "health_score:\"quoted\"", "health_score:'s",
				"health_score:\n", "health_score:\u0000", "health_score:*?[a-z]\\", "health_score:; FLUSHALL" };
		String[] others = { "health_scor", " health_score:x", "x\nhealth_score:1", "*", "\u0000", "health_score" };
		for (String key : matching) {
			redis.commands().set(key.getBytes(StandardCharsets.UTF_8), new byte[0]);
		}
		for (String key : others) {
			redis.commands().set(key.getBytes(StandardCharsets.UTF_8), new byte[0]);
		}
		byte[] invalid = { 'h', 'e', 'a', 'l', 't', 'h', '_', 's', 'c', 'o', 'r', 'e', ':', (byte) 0xff, (byte) 0xc3 };
		redis.commands().set(invalid, new byte[0]);
		Plan plan = handler.plan(this.action, redis.target());
		assertThat(plan.markers()).containsEntry("keys", "8");
		assertThat(plan.samples()).contains("health_score:\\n", "health_score:\\x00", "health_score:\\xff\\xc3");
		handler.execute(this.action, plan, redis.target(), new Recorder(plan));
		assertThat(redis.commands().dbsize()).isEqualTo(others.length);
	}

	@Test
	void markersChangeWithTheKeysAndNotWithTheirOrder() {
		redis.fill("health_score:", 300);
		Plan first = handler.plan(this.action, redis.target());
		redis.commands().flushall();
		for (int number = 299; number >= 0; number--) {
			redis.commands().set(("health_score:" + number).getBytes(StandardCharsets.UTF_8), new byte[0]);
		}
		assertThat(handler.plan(this.action, redis.target()).markers()).isEqualTo(first.markers());
		redis.commands().rename(bytes("health_score:7"), bytes("health_score:seven"));
		assertThat(handler.plan(this.action, redis.target()).markers()).isNotEqualTo(first.markers());
	}

	@Test
	void stopsBetweenBatchesWhenAsked() {
		redis.fill("health_score:", 50_000);
		Plan plan = handler.plan(this.action, redis.target());
		Outcome outcome = handler.execute(this.action, plan, redis.target(), new Recorder(plan, 5_000));
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		long gone = 50_000 - redis.commands().dbsize();
		assertThat(gone).isBetween(5_000L, 20_000L);
		assertThat(outcome.message()).contains("Stopped on request").contains(Counts.keys(gone));
	}

	@Test
	void probeTellsFromTheKeysWhetherItHappened() {
		redis.fill("health_score:", 100);
		Plan plan = handler.plan(this.action, redis.target());
		assertThat(handler.probe(this.action, plan, redis.target()).finding())
			.isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		redis.commands().del(bytes("health_score:1"));
		assertThat(handler.probe(this.action, plan, redis.target()).finding())
			.isEqualTo(Settlement.Finding.CANNOT_TELL);
		assertThat(handler.verify(this.action, plan, redis.target()).state()).isEqualTo(Verification.State.NOT_YET);
		redis.commands().flushall();
		assertThat(handler.probe(this.action, plan, redis.target()).finding()).isEqualTo(Settlement.Finding.HAPPENED);
	}

	@Test
	void serverThatWentAwayIsAProblemForThePlanAndKnownToHaveChangedNothing() throws IOException {
		try (LiveRedis other = new LiveRedis()) {
			DeleteByPatternHandler onOther = new DeleteByPatternHandler(other.servers, Clock.systemUTC());
			other.fill("health_score:", 10);
			Plan plan = onOther.plan(this.action, other.target());
			other.kill();
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> onOther.plan(this.action, other.target()))
				.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.UNREACHABLE));
			assertThat(onOther.execute(this.action, plan, other.target(), new Recorder(plan)))
				.isInstanceOf(Outcome.Failed.class);
			assertThat(onOther.verify(this.action, plan, other.target()).state()).isEqualTo(Verification.State.UNKNOWN);
			assertThat(onOther.probe(this.action, plan, other.target()).finding())
				.isEqualTo(Settlement.Finding.CANNOT_TELL);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
