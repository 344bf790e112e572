package io.watchfloor.security;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whose thread this is. The answer comes from Spring Security's context, which Vaadin
 * provides in its own threads and whoever starts another one has to hand over, and then
 * from the store: what the browser or program was told before does not count.
 */
@Component
public class Caller {

	private final LiveSessions sessions;

	private final ApiTokenStore tokens;

	private final Clock clock;

	Caller(LiveSessions sessions, ApiTokenStore tokens, Clock clock) {
		this.sessions = sessions;
		this.tokens = tokens;
		this.clock = clock;
	}

	/** What the caller may, by session or by token. */
	public Optional<Standing> standing() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getDetails() instanceof ApiTokenId token) {
			return this.tokens.find(token).filter((found) -> found.good(this.clock.instant())).map(Standing::of);
		}
		return sessionOf(authentication).flatMap(this.sessions::find).map(Standing::of);
	}

	/** The caller's session while it counts; empty for a program with a token. */
	public Optional<SignedInSession> session() {
		return sessionOf(SecurityContextHolder.getContext().getAuthentication()).flatMap(this.sessions::find)
			.map(LiveSessions.Look::session);
	}

	/** Which session an authentication belongs to. */
	public static Optional<SessionId> sessionOf(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getDetails() instanceof SessionId id) ? Optional.of(id)
				: Optional.empty();
	}

}
