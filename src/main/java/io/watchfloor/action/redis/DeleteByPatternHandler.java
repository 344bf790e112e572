package io.watchfloor.action.redis;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Counts by SCAN, deletes by SCAN and UNLINK; the server decides what matches. */
@Component
class DeleteByPatternHandler implements ChangeHandler<DeleteByPattern> {

	private final RedisServers servers;

	private final Clock clock;

	DeleteByPatternHandler(RedisServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<DeleteByPattern> type() {
		return new ActionType<>("redis.delete-by-pattern", DeleteByPattern.class, "redis");
	}

	@Override
	public Plan plan(DeleteByPattern action, Target target) {
		try (RedisSession session = this.servers.open(target)) {
			KeyCount count = KeyCount.of(session, action.pattern());
			return DeleteByPatternPlan.of(action, count, session.size(), session.database(), this.clock.instant());
		}
	}

	@Override
	public Outcome execute(DeleteByPattern action, Plan plan, Target target, RunContext context) {
		long planned = Long.parseLong(plan.markers().getOrDefault("keys", "-1"));
		PatternDeletion deletion = new PatternDeletion(context, planned);
		try (RedisSession session = this.servers.open(target)) {
			plan.calls().forEach(context::making);
			deletion.run(session, action.pattern());
		}
		catch (Problem problem) {
			return deletion.interrupted(problem);
		}
		if (context.cancelled() && deletion.stopped()) {
			return new Outcome.Failed("Stopped on request. " + deletion.soFar());
		}
		return new Outcome.Succeeded(deletion.soFar(), Map.of("deleted", Long.toString(deletion.deleted())));
	}

	@Override
	public Verification verify(DeleteByPattern action, Plan plan, Target target) {
		try {
			long left = count(action, target).matching();
			Verification.State state = (left == 0) ? Verification.State.HOLDS : Verification.State.NOT_YET;
			return new Verification(state, Counts.keys(left) + " match " + action.pattern());
		}
		catch (Problem problem) {
			return new Verification(Verification.State.UNKNOWN, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(DeleteByPattern action, Plan plan, Target target) {
		try {
			KeyCount now = count(action, target);
			String evidence = Counts.keys(now.matching()) + " match now; the plan counted "
					+ plan.markers().getOrDefault("keys", "?");
			return new Settlement(finding(now, plan), evidence);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	private static Settlement.Finding finding(KeyCount now, Plan plan) {
		if (now.markers().equals(plan.markers())) {
			return Settlement.Finding.DID_NOT_HAPPEN;
		}
		return (now.matching() == 0) ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
	}

	@Override
	public Optional<Action> undo(DeleteByPattern action, Plan plan) {
		return Optional.empty();
	}

	private KeyCount count(DeleteByPattern action, Target target) {
		try (RedisSession session = this.servers.open(target)) {
			return KeyCount.of(session, action.pattern());
		}
	}

}
