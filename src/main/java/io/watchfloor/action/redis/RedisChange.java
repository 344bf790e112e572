package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * The frame of a change: a connection per look, and what no answer means at each point.
 */
abstract class RedisChange<A extends Action> implements ChangeHandler<A> {

	private final RedisServers servers;

	private final Clock clock;

	RedisChange(RedisServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public final Plan plan(A action, Target target) {
		try (RedisSession session = this.servers.open(target)) {
			return plan(action, session, this.clock.instant());
		}
	}

	@Override
	public final Outcome execute(A action, Plan plan, Target target, RunContext context) {
		try (RedisSession session = this.servers.open(target)) {
			return execute(action, plan, session, context);
		}
		catch (Problem unopened) {
			return new Outcome.Failed(unopened.getMessage() + " Nothing was sent.");
		}
	}

	@Override
	public final Verification verify(A action, Plan plan, Target target) {
		try (RedisSession session = this.servers.open(target)) {
			return verify(action, plan, session);
		}
		catch (Problem problem) {
			return new Verification(Verification.State.UNKNOWN, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public final Settlement probe(A action, Plan plan, Target target) {
		try (RedisSession session = this.servers.open(target)) {
			return probe(action, plan, session);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(A action, Plan plan) {
		return Optional.empty();
	}

	abstract Plan plan(A action, RedisSession session, Instant at);

	/**
	 * Sends the plan's calls; turns every problem after the first byte into an outcome.
	 */
	abstract Outcome execute(A action, Plan plan, RedisSession session, RunContext context);

	abstract Verification verify(A action, Plan plan, RedisSession session);

	abstract Settlement probe(A action, Plan plan, RedisSession session);

	/** A refusal changed nothing; silence may have. */
	static Outcome refusedOrUnknown(Problem problem) {
		return (problem.category() == Problem.Category.TARGET_SAID_NO)
				? new Outcome.Failed(problem.getMessage() + " Nothing was changed.")
				: new Outcome.Unknown(problem.getMessage() + " The command was sent and may have been carried out.");
	}

}
