package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** The server's own count of exchanges tells whether it happened, and was not undone. */
@Component
class SwapDatabasesHandler extends SessionChange<SwapDatabases, RedisSession> {

	private static final String SERVER = "server";

	private static final String SWAPS = "swaps";

	SwapDatabasesHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<SwapDatabases> type() {
		return new ActionType<>("redis.swap-databases", SwapDatabases.class, RedisTargets.KIND);
	}

	@Override
	protected Plan plan(SwapDatabases action, RedisSession session, Instant at) {
		Map<String, Long> keys = ServerInfo.parse(session.info("keyspace")).keysByDatabase();
		long first = keys.getOrDefault("db" + action.first(), 0L);
		long second = keys.getOrDefault("db" + action.second(), 0L);
		PlanDraft draft = new PlanDraft().call(action.command())
			.change("keys in db" + action.first(), Counts.number(first), Counts.number(second))
			.change("keys in db" + action.second(), Counts.number(second), Counts.number(first))
			.effect("Every connection sees the other keys at once; none is closed, nothing is deleted.")
			.effect("A transaction that watches a key fails once; who waits for a list is served from the other.")
			.mark(SERVER, server(session))
			.mark(SWAPS, Long.toString(swaps(session)))
			.undo("Exchange them again: " + action.command() + ".")
			.doneWhen("the server has exchanged them once more than before", Duration.ofSeconds(30));
		if (first == 0 || second == 0) {
			draft.danger("db" + ((first == 0) ? action.first() : action.second()) + " is empty: whoever uses db"
					+ ((first == 0) ? action.second() : action.first()) + " finds nothing there afterwards.");
		}
		return draft.plan(at);
	}

	static String server(RedisSession session) {
		return ServerInfo.parse(session.info("server")).properties().getOrDefault("run_id", "");
	}

	private static long swaps(RedisSession session) {
		return ServerInfo.parse(session.info("commandstats")).calls("swapdb");
	}

	@Override
	protected Outcome execute(SwapDatabases action, Plan plan, RedisSession session, RunContext context) {
		context.making(new Plan.Call(action.command()));
		try {
			session.send(List.of(KeyText.literal("SWAPDB"), KeyText.literal("" + action.first()),
					KeyText.literal("" + action.second())));
			return new Outcome.Succeeded("The databases are exchanged.", Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(SwapDatabases action, Plan plan, RedisSession session) {
		if (!server(session).equals(plan.markers().get(SERVER))) {
			return Verification.unknown("the server restarted since the plan; what it counted is gone");
		}
		long since = since(plan, session);
		return Verification.when(since % 2 == 1,
				since + " exchanges since the plan; " + ServerInfo.parse(session.info("keyspace")).keysByDatabase());
	}

	private static long since(Plan plan, RedisSession session) {
		return swaps(session) - Long.parseLong(plan.markers().getOrDefault(SWAPS, "0"));
	}

	@Override
	protected Settlement probe(SwapDatabases action, Plan plan, RedisSession session) {
		long since = since(plan, session);
		boolean same = server(session).equals(plan.markers().get(SERVER));
		Settlement.Finding finding = (!same || since > 1) ? Settlement.Finding.CANNOT_TELL
				: (since == 1) ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN;
		return new Settlement(finding,
				same ? since + " exchanges since the plan" : "the server restarted since the plan");
	}

	@Override
	public Optional<Action> undo(SwapDatabases action, Plan plan) {
		return Optional.of(action);
	}

}
