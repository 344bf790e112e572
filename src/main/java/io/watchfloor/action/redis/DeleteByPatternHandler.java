package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Counts by SCAN, deletes by SCAN and UNLINK; the server decides what matches. */
@Component
class DeleteByPatternHandler extends SessionChange<DeleteByPattern, RedisSession> {

	DeleteByPatternHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<DeleteByPattern> type() {
		return new ActionType<>("redis.delete-by-pattern", DeleteByPattern.class, "redis");
	}

	@Override
	protected Plan plan(DeleteByPattern action, RedisSession session, Instant at) {
		KeyCount count = KeyCount.of(session, action.pattern());
		return DeleteByPatternPlan.of(action, count, session.size(), session.database(), at);
	}

	@Override
	protected Outcome execute(DeleteByPattern action, Plan plan, RedisSession session, RunContext context) {
		PatternDeletion deletion = new PatternDeletion(context, planned(plan));
		plan.calls().forEach(context::making);
		try {
			deletion.run(session, action.pattern());
		}
		catch (Problem problem) {
			return deletion.interrupted(problem);
		}
		if (deletion.stopped()) {
			return new Outcome.Failed("Stopped on request. " + deletion.soFar());
		}
		return new Outcome.Succeeded(deletion.soFar(), Map.of("deleted", Long.toString(deletion.deleted())));
	}

	@Override
	protected Verification verify(DeleteByPattern action, Plan plan, RedisSession session) {
		long left = KeyCount.of(session, action.pattern()).matching();
		Verification.State state = (left == 0) ? Verification.State.HOLDS : Verification.State.NOT_YET;
		return new Verification(state, (left == 0) ? "0 keys match " + action.pattern() : cameBack(left, action));
	}

	/**
	 * Redis does not tell when a key was written. The walk that deleted went over all, so
	 * what is there now was written during it or since; after a walk cut short it may
	 * never have gone.
	 */
	private static String cameBack(long left, DeleteByPattern action) {
		return Counts.keys(left) + ((left == 1) ? " matches " : " match ") + action.pattern()
				+ ": where the deletion ran to its end, something wrote them again."
				+ " Look whether the application refills its cache.";
	}

	@Override
	protected Settlement probe(DeleteByPattern action, Plan plan, RedisSession session) {
		KeyCount now = KeyCount.of(session, action.pattern());
		String evidence = Counts.keys(now.matching()) + " match now; the plan counted " + Counts.number(planned(plan));
		return new Settlement(finding(now, plan), evidence);
	}

	private static Settlement.Finding finding(KeyCount now, Plan plan) {
		if (now.markers().equals(plan.markers())) {
			return Settlement.Finding.DID_NOT_HAPPEN;
		}
		return (now.matching() == 0) ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
	}

	private static long planned(Plan plan) {
		return Long.parseLong(plan.markers().getOrDefault("keys", "-1"));
	}

}
