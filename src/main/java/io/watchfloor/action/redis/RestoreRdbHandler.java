package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.lettuce.core.RedisException;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * The dump is loaded by a server of this machine first, so that a broken one makes no
 * plan; the live keys are exchanged only when every key stands beside them.
 */
@Component
class RestoreRdbHandler implements ChangeHandler<RestoreRdb> {

	private static final String SWAPPING = "swapping";

	private static final String SWAPPED = "swapped";

	private final RedisServers servers;

	private final Clock clock;

	RestoreRdbHandler(RedisServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<RestoreRdb> type() {
		return new ActionType<>("redis.restore-rdb", RestoreRdb.class, RedisTargets.KIND);
	}

	@Override
	public Plan plan(RestoreRdb action, Target target) {
		Instant now = this.clock.instant();
		RdbFile file = RdbFile.of(action.dump(), target);
		int live = live(action, target);
		try (RedisSession session = this.servers.reading(target)) {
			RestoreRdbNotes notes = new RestoreRdbNotes(action, file, session);
			notes.demandPossible();
			try (ScratchRedis scratch = ScratchRedis.load(file); RedisSession dump = scratch.session(0)) {
				RestoreRdbNotes.Dump held = RestoreRdbNotes.Dump.of(dump, live);
				PlanDraft draft = new PlanDraft().call(restore(action, held.keys()))
					.call(swap(action, live))
					.call(empty(action))
					.mark("dump", file.marker())
					.mark("from", Integer.toString(held.database()))
					.undo("SWAPDB " + live + " " + action.spare() + ": the keys of before stand in db" + action.spare()
							+ " until somebody empties it.")
					.doneWhen("every key of the dump that does not expire is there", Duration.ofMinutes(2));
				notes.add(held, live, now, draft);
				return draft.plan(now);
			}
		}
		catch (RedisException trouble) {
			throw RedisTrouble.of(trouble, "the server that reads the dump");
		}
	}

	private static int live(RestoreRdb action, Target target) {
		int live = RedisServers.database(target);
		if (live == action.spare()) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"db" + live + " is the one in use. Choose an empty one beside it, such as 9.");
		}
		return live;
	}

	private static String restore(RestoreRdb action, long keys) {
		return "RESTORE (" + Counts.keys(keys) + " of the dump into db" + action.spare() + ", 200 at a time)";
	}

	private static String swap(RestoreRdb action, int live) {
		return "SWAPDB " + live + " " + action.spare();
	}

	private static String empty(RestoreRdb action) {
		return "Only if it does not come to the exchange: FLUSHDB (db" + action.spare() + ")";
	}

	@Override
	public Outcome execute(RestoreRdb action, Plan plan, Target target, RunContext context) {
		int live = RedisServers.database(target);
		long expected = Long.parseLong(plan.markers().getOrDefault("lasting", "0"));
		try (ScratchRedis scratch = ScratchRedis.load(RdbFile.of(action.dump(), target));
				RedisSession dump = scratch.session(from(plan));
				RedisSession spare = this.servers.reading(RedisServers.database(target, action.spare()))) {
			if (spare.size() != 0) {
				return new Outcome.Refused("db" + action.spare() + " is not empty any more. Nothing was sent.");
			}
			context.making(plan.calls().getFirst());
			String trouble = fill(dump, spare, expected, context);
			return trouble.isEmpty() ? exchange(action, live, spare, context)
					: takeBack(action, trouble, spare, context);
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " The live keys are untouched.");
		}
		catch (RedisException trouble) {
			return new Outcome.Failed("The server that reads the dump broke off: " + trouble.getMessage()
					+ ". The live keys are untouched.");
		}
	}

	private static int from(Plan plan) {
		return Integer.parseInt(plan.markers().getOrDefault("from", "0"));
	}

	/** Why it did not come whole; empty when it did. */
	private static String fill(RedisSession dump, RedisSession spare, long expected, RunContext context) {
		try {
			long copied = new KeyCopy(dump).into(spare, expected, context);
			if (context.cancelled()) {
				return "Stopped on request.";
			}
			context.output(Counts.keys(copied) + " restored");
			long missing = new KeyCopy(dump).missing(spare);
			return (missing == 0) ? "" : Counts.keys(missing) + " did not arrive; the server may evict.";
		}
		catch (Problem problem) {
			return String.valueOf(problem.getMessage());
		}
	}

	private static Outcome takeBack(RestoreRdb action, String trouble, RedisSession spare, RunContext context) {
		try {
			context.making(new Plan.Call(empty(action)));
			spare.await(spare.commands().flushdb());
			return new Outcome.Failed(
					trouble + " The live keys are untouched; db" + action.spare() + " is empty again.");
		}
		catch (Problem problem) {
			return new Outcome.Failed(
					trouble + " The live keys are untouched; db" + action.spare() + " holds a part of the dump.");
		}
	}

	private static Outcome exchange(RestoreRdb action, int live, RedisSession session, RunContext context) {
		context.keep(SWAPPING);
		context.making(new Plan.Call(swap(action, live)));
		try {
			session.send(List.of(KeyText.literal("SWAPDB"), KeyText.literal("" + live),
					KeyText.literal("" + action.spare())));
			context.keep(SWAPPED);
			return new Outcome.Succeeded("The dump's keys are live; those of before are in db" + action.spare() + ".",
					Map.of());
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.TARGET_SAID_NO)
					? takeBack(action, String.valueOf(problem.getMessage()), session, context)
					: new Outcome.Unknown(problem.getMessage() + " The databases may be exchanged.");
		}
	}

	@Override
	public Verification verify(RestoreRdb action, Plan plan, Target target) {
		try (ScratchRedis scratch = ScratchRedis.load(RdbFile.of(action.dump(), target));
				RedisSession dump = scratch.session(from(plan));
				RedisSession live = this.servers.reading(target)) {
			long missing = new KeyCopy(dump).missing(live);
			String observed = Counts.number(missing) + " keys of the dump are not there; " + Counts.keys(live.size())
					+ " in db" + live.database();
			boolean none = "0".equals(plan.markers().get("lasting"));
			return none ? Verification.unknown(observed + "; every key of the dump expires, so none can be looked for")
					: Verification.when(missing == 0, observed);
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
		catch (RedisException trouble) {
			return Verification.unknown("The server that reads the dump broke off: " + trouble.getMessage());
		}
	}

	@Override
	public Settlement probe(RestoreRdb action, Plan plan, Target target) {
		return probe(action, plan, target, List.of());
	}

	@Override
	public Settlement probe(RestoreRdb action, Plan plan, Target target, List<String> kept) {
		if (kept.contains(SWAPPED)) {
			return new Settlement(Settlement.Finding.HAPPENED, "the databases were exchanged");
		}
		if (!kept.contains(SWAPPING)) {
			return new Settlement(Settlement.Finding.DID_NOT_HAPPEN, "it did not come to the exchange; db"
					+ action.spare() + " may hold a part of the dump: empty it before the next attempt");
		}
		Verification seen = verify(action, plan, target);
		return new Settlement((seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
				: Settlement.Finding.CANNOT_TELL, seen.observed());
	}

	@Override
	public Optional<Action> undo(RestoreRdb action, Plan plan) {
		String live = plan.markers().getOrDefault("live", "");
		return live.isEmpty() ? Optional.empty()
				: Optional.of(new SwapDatabases(Integer.parseInt(live), action.spare()));
	}

}
