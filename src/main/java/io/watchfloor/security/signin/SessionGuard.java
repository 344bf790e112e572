package io.watchfloor.security.signin;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.watchfloor.security.Caller;
import io.watchfloor.security.LiveSessions;

/**
 * Shows the door to whoever's session counts no longer: at the next request at latest.
 */
public class SessionGuard extends OncePerRequestFilter {

	private final LiveSessions sessions;

	/** Guards with what the store knows. */
	public SessionGuard(LiveSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null) {
			Optional<LiveSessions.Look> look = Caller.sessionOf(authentication).flatMap(this.sessions::find);
			if (look.isEmpty()) {
				shutOut(request);
			}
			else if (!"heartbeat".equals(request.getParameter("v-r"))) {
				this.sessions.seen(look.get());
			}
		}
		chain.doFilter(request, response);
	}

	private static void shutOut(HttpServletRequest request) {
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

}
