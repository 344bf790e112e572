package io.watchfloor.security.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

import io.watchfloor.security.Caller;
import io.watchfloor.security.Sessions;

/** Ends the kept session when the browser's ends: on purpose, or after idling. */
@Component
class SignOut implements LogoutHandler {

	private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

	private final Sessions sessions;

	SignOut(Sessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public void logout(HttpServletRequest request, @Nullable HttpServletResponse response,
			@Nullable Authentication authentication) {
		end(authentication, "session.signed-out");
	}

	@EventListener
	void on(HttpSessionDestroyedEvent destroyed) {
		destroyed.getSecurityContexts().forEach((context) -> end(context.getAuthentication(), "session.expired"));
	}

	// Must not keep anybody from leaving
	private void end(@Nullable Authentication authentication, String action) {
		try {
			Caller.sessionOf(authentication).ifPresent((session) -> this.sessions.close(session, action));
		}
		catch (RuntimeException unanswered) {
			LOG.warn("a session's end could not be written: {}", unanswered.getMessage());
		}
	}

}
