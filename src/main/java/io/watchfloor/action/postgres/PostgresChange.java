package io.watchfloor.action.postgres;

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
 * The frame of a change: looks go over read-only connections, and only the execution may
 * write.
 */
abstract class PostgresChange<A extends Action> implements ChangeHandler<A> {

	private final PostgresServers servers;

	private final Clock clock;

	PostgresChange(PostgresServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public final Plan plan(A action, Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
			return plan(action, session, this.clock.instant());
		}
	}

	@Override
	public final Outcome execute(A action, Plan plan, Target target, RunContext context) {
		try (PostgresSession session = this.servers.changing(target)) {
			return execute(action, plan, session, context);
		}
		catch (Problem unopened) {
			return new Outcome.Failed(unopened.getMessage() + " Nothing was sent.");
		}
	}

	@Override
	public final Verification verify(A action, Plan plan, Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
			return verify(action, plan, session);
		}
		catch (Problem problem) {
			return new Verification(Verification.State.UNKNOWN, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public final Settlement probe(A action, Plan plan, Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
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

	abstract Plan plan(A action, PostgresSession session, Instant at);

	/**
	 * Sends the plan's calls; turns every problem after the first byte into an outcome.
	 */
	abstract Outcome execute(A action, Plan plan, PostgresSession session, RunContext context);

	abstract Verification verify(A action, Plan plan, PostgresSession session);

	abstract Settlement probe(A action, Plan plan, PostgresSession session);

	/** A refused statement changed nothing; a broken connection tells nothing. */
	static Outcome refusedOrUnknown(Problem problem, String before) {
		return (problem.category() == Problem.Category.TARGET_SAID_NO)
				? new Outcome.Failed(problem.getMessage() + " " + before)
				: new Outcome.Unknown(problem.getMessage() + " The statement was sent and may go on. " + before);
	}

}
