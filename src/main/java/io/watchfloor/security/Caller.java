package io.watchfloor.security;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whose thread this is. The answer comes from Spring Security's context, which Vaadin
 * provides in its own threads and whoever starts another one has to hand over, and then
 * from the store: what the browser was told at the sign-in does not count.
 */
@Component
public class Caller {

	private final LiveSessions sessions;

	Caller(LiveSessions sessions) {
		this.sessions = sessions;
	}

	/** The caller's session while it counts. */
	public Optional<SignedInSession> session() {
		return look().map(LiveSessions.Look::session);
	}

	/** As above, with when the store said so. */
	public Optional<LiveSessions.Look> look() {
		return sessionOf(SecurityContextHolder.getContext().getAuthentication()).flatMap(this.sessions::find);
	}

	/** Which session an authentication belongs to. */
	public static Optional<SessionId> sessionOf(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getDetails() instanceof SessionId id) ? Optional.of(id)
				: Optional.empty();
	}

}
