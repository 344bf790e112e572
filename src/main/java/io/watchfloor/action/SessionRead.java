package io.watchfloor.action;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.catalog.Target;

/** The frame of a read: one session, opened for it and closed after it. */
public abstract class SessionRead<A extends Action, S extends Session> implements ReadHandler<A> {

	private final Sessions<S> sessions;

	private final Clock clock;

	/** Takes where sessions come from, and what tells when something was read. */
	protected SessionRead(Sessions<S> sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public final Reading read(A action, Target target, RunContext context) {
		try (S session = this.sessions.reading(target)) {
			return read(action, session, this.clock.instant());
		}
	}

	/** Reads over an open session. */
	protected abstract Reading read(A action, S session, Instant at);

}
