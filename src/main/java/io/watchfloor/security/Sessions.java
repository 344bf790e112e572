package io.watchfloor.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** Who is signed in, since when and where; and the end of it. */
@Service
public class Sessions {

	private final SessionStore store;

	private final Caller caller;

	private final LiveSessions live;

	private final SecurityJournal journal;

	private final SecuritySettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Sessions(SessionStore store, Caller caller, LiveSessions live, SecurityJournal journal, SecuritySettings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.caller = caller;
		this.live = live;
		this.journal = journal;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/** Everybody's open sessions, newest first. */
	public List<SignedInSession> all() {
		if (!me().person().may(Permission.MANAGE_PEOPLE)) {
			throw notYours();
		}
		return active(this.store.open(earliest()));
	}

	/** One's own open sessions, newest first. */
	public List<SignedInSession> mine() {
		return active(this.store.open(me().person().id(), earliest()));
	}

	/** The session of the caller, if any. */
	public Optional<SessionId> current() {
		return this.caller.session().map(SignedInSession::id);
	}

	/** Which of these count no longer; asked by whoever holds their open pages. */
	public Set<SessionId> over(Collection<SessionId> ids) {
		Instant now = this.clock.instant();
		return ids.isEmpty() ? Set.of()
				: this.store.over(ids, now.minus(this.settings.idle()), now.minus(this.settings.longest()));
	}

	/** Ends one's own session, or as an administrator anybody's. */
	public void revoke(SessionId id) {
		SignedInSession me = me();
		SignedInSession session = this.store.find(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "This session has ended. Reload the page."));
		if (!session.person().id().equals(me.person().id()) && !me.person().may(Permission.MANAGE_PEOPLE)) {
			throw notYours();
		}
		end(session, me.person().actor(), "session.revoked");
	}

	/** Ends a session because the person signed out or its time is over. */
	public void close(SessionId id, String action) {
		this.store.find(id).ifPresent((session) -> end(session, session.person().actor(), action));
	}

	private void end(SignedInSession session, Actor actor, String action) {
		if (this.store.end(session.id(), this.clock.instant())) {
			this.journal.tell(SecurityEvent.done(actor, action, session.person().name(),
					Map.of("address", session.address(), "browser", session.browser())));
		}
		forget(session);
	}

	/** Ends all sessions of a person; the caller records why. */
	void endAll(PersonId person, Instant now) {
		for (SignedInSession session : this.store.open(person, Instant.EPOCH)) {
			this.store.end(session.id(), now);
			forget(session);
		}
	}

	/** Ends the caller's other sessions; the caller records why. */
	void endMyOthers() {
		SignedInSession me = me();
		for (SignedInSession session : this.store.open(me.person().id(), Instant.EPOCH)) {
			if (!session.id().equals(me.id())) {
				this.store.end(session.id(), this.clock.instant());
				forget(session);
			}
		}
	}

	/** Looks at a person's roles again at their next step. */
	void reread(PersonId person) {
		this.store.open(person, Instant.EPOCH).forEach((session) -> this.live.forget(session.id()));
	}

	private void forget(SignedInSession session) {
		this.live.forget(session.id());
		this.events.publishEvent(new SessionEnded(session.id()));
	}

	private SignedInSession me() {
		return this.caller.session()
			.orElseThrow(() -> new NotAllowed("You are not signed in any more. Sign in again."));
	}

	private static Problem notYours() {
		return new NotAllowed("Only an administrator may see and end others' sessions.");
	}

	private Instant earliest() {
		return this.clock.instant().minus(this.settings.idle());
	}

	private List<SignedInSession> active(List<SignedInSession> sessions) {
		Instant now = this.clock.instant();
		return sessions.stream().filter((session) -> session.active(now, this.settings)).toList();
	}

}
