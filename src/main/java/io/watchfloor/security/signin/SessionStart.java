package io.watchfloor.security.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

import io.watchfloor.security.Caller;
import io.watchfloor.security.DeviceStore;
import io.watchfloor.security.LiveSessions;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.SecurityEvent;
import io.watchfloor.security.SecurityJournal;
import io.watchfloor.security.SessionId;
import io.watchfloor.security.SessionStore;
import io.watchfloor.security.SignedInSession;
import io.watchfloor.security.Token;

/** Begins the session of somebody who has just been let in, however they were. */
@Component
public class SessionStart implements SessionAuthenticationStrategy {

	private final PersonStore people;

	private final SessionStore sessions;

	private final DeviceStore devices;

	private final Caller caller;

	private final LiveSessions live;

	private final SecurityJournal journal;

	private final Clock clock;

	SessionStart(PersonStore people, SessionStore sessions, DeviceStore devices, Caller caller, LiveSessions live,
			SecurityJournal journal, Clock clock) {
		this.people = people;
		this.sessions = sessions;
		this.devices = devices;
		this.caller = caller;
		this.live = live;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		if (!(authentication instanceof AbstractAuthenticationToken token)
				|| !(authentication.getPrincipal() instanceof PersonPrincipal principal)) {
			throw new SessionAuthenticationException("not a person of this console");
		}
		Person person = this.people.find(principal.person())
			.filter(Person::enabled)
			.orElseThrow(() -> new SessionAuthenticationException("disabled"));
		Instant proven = principal.provenAt(this.clock.instant());
		SignedInSession session = again(person, proven).orElseGet(() -> begin(person, proven, request));
		token.setDetails(session.id());
		remember(person, request, response);
		this.journal.tell(SecurityEvent.done(person.actor(), "session.signed-in", person.name(),
				Map.of("address", session.address(), "browser", session.browser(), "by", principal.by())));
	}

	/** Somebody who was signed in and came back through the provider goes on. */
	private Optional<SignedInSession> again(Person person, Instant proven) {
		Optional<SignedInSession> present = this.caller.session()
			.filter((session) -> session.person().id().equals(person.id()));
		present.ifPresent((session) -> {
			this.sessions.steppedUp(session.id(), proven);
			this.live.forget(session.id());
		});
		return present;
	}

	private SignedInSession begin(Person person, Instant proven, HttpServletRequest request) {
		Instant now = this.clock.instant();
		SignedInSession session = new SignedInSession(SessionId.create(), person, now, now, proven,
				request.getRemoteAddr(), BrowserName.of(request.getHeader("User-Agent")), null);
		this.sessions.add(session);
		return session;
	}

	private void remember(Person person, HttpServletRequest request, HttpServletResponse response) {
		Token device = Token.create();
		this.devices.remember(person.id(), device, this.clock.instant());
		DeviceCookie.write(request, response, device);
	}

}
