package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.lettuce.core.FlushMode;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Empties a database or all; the server's own count of flushes tells whether it ran. */
@Component
class FlushHandler extends SessionChange<Flush, RedisSession> {

	FlushHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Flush> type() {
		return new ActionType<>("redis.flush", Flush.class, "redis");
	}

	@Override
	protected Plan plan(Flush action, RedisSession session, Instant at) {
		return FlushPlan.of(action, FlushState.of(action, session), KeyPrefix.sample(session), at);
	}

	@Override
	protected Outcome execute(Flush action, Plan plan, RedisSession session, RunContext context) {
		context.making(new Plan.Call(action.command()));
		try {
			session.await(send(action, session.commands()));
			return new Outcome.Succeeded("The server carried out " + action.command() + ".", Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	private static RedisFuture<String> send(Flush action, RedisAsyncCommands<byte[], byte[]> commands) {
		boolean all = action.scope() == Flush.Scope.ALL;
		return switch (action.mode()) {
			case DEFAULT -> all ? commands.flushall() : commands.flushdb();
			case SYNC -> all ? commands.flushall(FlushMode.SYNC) : commands.flushdb(FlushMode.SYNC);
			case ASYNC -> all ? commands.flushall(FlushMode.ASYNC) : commands.flushdb(FlushMode.ASYNC);
		};
	}

	@Override
	protected Verification verify(Flush action, Plan plan, RedisSession session) {
		FlushState now = FlushState.of(action, session);
		if (now.total() == 0) {
			return new Verification(Verification.State.HOLDS, "0 keys");
		}
		boolean flushed = now.flushedSince(plan.markers());
		return new Verification(flushed ? Verification.State.HOLDS : Verification.State.NOT_YET,
				Counts.keys(now.total()) + (flushed ? ", written since the flush" : ""));
	}

	@Override
	protected Settlement probe(Flush action, Plan plan, RedisSession session) {
		FlushState now = FlushState.of(action, session);
		String evidence = "%s now; %d flushes counted by the server, %s at the plan".formatted(Counts.keys(now.total()),
				now.flushes(), plan.markers().getOrDefault("flushes", "?"));
		if (!now.server().equals(plan.markers().get("server"))) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, "The server restarted since the plan. " + evidence);
		}
		return new Settlement(
				now.flushedSince(plan.markers()) ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN,
				evidence);
	}

}
