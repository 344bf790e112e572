package io.watchfloor.security;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sessions, kept. */
public interface SessionStore {

	/** Adds one that begins now. */
	void add(SignedInSession session);

	/** One with its person as of now, ended or not. */
	Optional<SignedInSession> find(SessionId id);

	/** Those not ended and seen after an instant, newest first. */
	List<SignedInSession> open(Instant seenAfter);

	/** Those of one person. */
	List<SignedInSession> open(PersonId person, Instant seenAfter);

	/**
	 * Which of these count no longer: ended, not seen or not begun after an instant, or
	 * the person is disabled.
	 */
	Set<SessionId> over(Collection<SessionId> ids, Instant seenAfter, Instant sinceAfter);

	/** Says that the person did something. */
	void seen(SessionId id, Instant now);

	/** Says that the password was proven. */
	void steppedUp(SessionId id, Instant now);

	/** Ends it; false when it had ended. */
	boolean end(SessionId id, Instant now);

	/** Forgets what ended or was last seen before an instant. */
	void forget(Instant before);

}
