package io.watchfloor.action;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * The frame of a change: looks go over reading sessions, only the execution may write,
 * and what no answer means is said at each point.
 */
public abstract class SessionChange<A extends Action, S extends Session> implements ChangeHandler<A> {

	private final Sessions<S> sessions;

	private final Clock clock;

	/** Takes where sessions come from, and what tells when the state was read. */
	protected SessionChange(Sessions<S> sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public final Plan plan(A action, Target target) {
		try (S session = this.sessions.reading(target)) {
			return plan(action, session, this.clock.instant());
		}
	}

	@Override
	public final Outcome execute(A action, Plan plan, Target target, RunContext context) {
		try (S session = this.sessions.changing(target)) {
			return execute(action, plan, session, context);
		}
		catch (Problem unopened) {
			return new Outcome.Failed(unopened.getMessage() + " Nothing was sent.");
		}
	}

	@Override
	public final Verification verify(A action, Plan plan, Target target) {
		try (S session = this.sessions.reading(target)) {
			return verify(action, plan, session);
		}
		catch (Problem problem) {
			return new Verification(Verification.State.UNKNOWN, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public final Settlement probe(A action, Plan plan, Target target) {
		return probe(action, plan, target, List.of());
	}

	@Override
	public final Settlement probe(A action, Plan plan, Target target, List<String> kept) {
		try (S session = this.sessions.reading(target)) {
			return probe(action, plan, session, kept);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(A action, Plan plan) {
		return Optional.empty();
	}

	/** Works out what will be done, over a session for looking. */
	protected abstract Plan plan(A action, S session, Instant at);

	/**
	 * Sends the plan's calls; turns every problem after the first byte into an outcome,
	 * by {@link #afterSending}.
	 */
	protected abstract Outcome execute(A action, Plan plan, S session, RunContext context);

	/** Looks once whether done-when holds. */
	protected abstract Verification verify(A action, Plan plan, S session);

	/** Looks whether an interrupted change happened. */
	protected abstract Settlement probe(A action, Plan plan, S session);

	/** As {@link #probe}, with the ledger of the interrupted attempt. */
	protected Settlement probe(A action, Plan plan, S session, List<String> kept) {
		return probe(action, plan, session);
	}

	/** As {@link #afterSending}, where a wish to stop can be what ended it. */
	protected static Outcome ended(Problem problem, RunContext context, String before) {
		if (problem.category() == Problem.Category.TARGET_SAID_NO && context.cancelled()) {
			return new Outcome.Failed(("Stopped on request. " + before).strip());
		}
		return afterSending(problem, before);
	}

	/**
	 * What a problem means once a call is out: a refusal changed nothing, silence may
	 * have.
	 * @param before what is known to be done, as a sentence; empty for nothing
	 */
	protected static Outcome afterSending(Problem problem, String before) {
		if (problem.category() == Problem.Category.TARGET_SAID_NO) {
			return new Outcome.Failed(
					problem.getMessage() + " " + (before.isEmpty() ? "Nothing was changed." : before));
		}
		return new Outcome.Unknown(
				(problem.getMessage() + " The call was sent and may have been carried out. " + before).strip());
	}

}
