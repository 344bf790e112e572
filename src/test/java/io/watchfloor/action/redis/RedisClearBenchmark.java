package io.watchfloor.action.redis;

import java.io.IOException;
import java.time.Clock;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.bench.Benchmark;

/**
 * Clears 500,000 of 625,000 keys: ours with the plan read again before, against
 * {@code redis-cli --scan | xargs redis-cli DEL}, which looks at nothing first.
 */
class RedisClearBenchmark implements Benchmark {

	private static final int MATCHING = 500_000;

	private static final int FOREIGN = 125_000;

	private final DeleteByPattern action = new DeleteByPattern(KeyText.literal("health_score:*"));

	private LiveRedis redis;

	private DeleteByPatternHandler handler;

	@Override
	public String name() {
		return "redis-clear";
	}

	@Override
	public String unit() {
		return "keys/s";
	}

	@Override
	public Better better() {
		return Better.HIGHER;
	}

	@Override
	public void prepare() throws IOException {
		this.redis = new LiveRedis();
		this.handler = new DeleteByPatternHandler(this.redis.servers, Clock.systemUTC());
	}

	@Override
	public double ours() {
		fill();
		Plan plan = this.handler.plan(this.action, this.redis.target());
		long start = System.nanoTime();
		Plan again = this.handler.plan(this.action, this.redis.target());
		if (!again.markers().equals(plan.markers())) {
			throw new IllegalStateException("the plan changed: " + plan.markers() + " " + again.markers());
		}
		Outcome outcome = this.handler.execute(this.action, again, this.redis.target(), new Recorder(again));
		return rate(start, outcome.message());
	}

	@Override
	public double peer() throws Exception {
		fill();
		String redisCli = "redis-cli -p " + this.redis.port();
		long start = System.nanoTime();
		Process peer = new ProcessBuilder("sh", "-c",
				redisCli + " --scan --pattern 'health_score:*' | xargs " + redisCli + " DEL > /dev/null")
			.redirectErrorStream(true)
			.start();
		return rate(start, "exit " + peer.waitFor());
	}

	private void fill() {
		this.redis.commands().flushall();
		this.redis.fill("health_score:cs_customer_", MATCHING);
		this.redis.fill("customer:cs_customer_", FOREIGN);
	}

	/** Only a round that removed every matching key and no other counts. */
	private double rate(long start, String how) {
		double seconds = (System.nanoTime() - start) / 1e9;
		long left = this.redis.commands().dbsize();
		long foreign;
		try (RedisSession session = this.redis.servers.reading(this.redis.target())) {
			foreign = KeyCount.of(session, KeyText.literal("customer:*")).matching();
		}
		if (left != FOREIGN || foreign != FOREIGN) {
			throw new IllegalStateException(left + " keys left, " + foreign + " of them foreign; " + how);
		}
		return MATCHING / seconds;
	}

	@Override
	public void tidy() {
		this.redis.close();
	}

}
