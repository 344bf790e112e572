package io.watchfloor.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.kernel.Actor;

/**
 * What the caller may at this moment, by what they came with: a session or a token.
 *
 * @param person who
 * @param actor the person, named as the record shall name them
 * @param scopes the permissions to which what they came with is limited
 * @param provenAt when the password was last proven; never by a token
 * @param sure false when the store has not answered lately, so that roles may have
 * changed
 * @param session the session, where it is one
 */
public record Standing(Person person, Actor actor, Set<Permission> scopes, Optional<Instant> provenAt, boolean sure,
		Optional<SignedInSession> session) {

	public Standing {
		scopes = Set.copyOf(scopes);
	}

	static Standing of(LiveSessions.Look look) {
		SignedInSession session = look.session();
		return new Standing(session.person(), session.person().actor(), Set.of(Permission.values()),
				Optional.of(session.steppedUp()), look.sure(), Optional.of(session));
	}

	static Standing of(ApiToken token) {
		return new Standing(token.person(), token.actor(), token.scopes(), Optional.empty(), true, Optional.empty());
	}

}
