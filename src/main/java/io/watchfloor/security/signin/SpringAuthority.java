package io.watchfloor.security.signin;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Caller;
import io.watchfloor.security.LiveSessions;
import io.watchfloor.security.NotAllowed;
import io.watchfloor.security.Passwords;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Scope;
import io.watchfloor.security.SecurityEvent;
import io.watchfloor.security.SecurityJournal;
import io.watchfloor.security.SecuritySettings;
import io.watchfloor.security.SessionStore;
import io.watchfloor.security.SignedInSession;
import io.watchfloor.security.Standing;

/** Asks Spring Security who calls, and the store what they may. */
@Component
class SpringAuthority implements Authority {

	private final Caller caller;

	private final LiveSessions live;

	private final SessionStore sessions;

	private final PersonStore people;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final SecurityJournal journal;

	private final SecuritySettings settings;

	private final Clock clock;

	SpringAuthority(Caller caller, LiveSessions live, SessionStore sessions, PersonStore people, Passwords passwords,
			SignInThrottle throttle, SecurityJournal journal, SecuritySettings settings, Clock clock) {
		this.caller = caller;
		this.live = live;
		this.sessions = sessions;
		this.people = people;
		this.passwords = passwords;
		this.throttle = throttle;
		this.journal = journal;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Optional<Actor> current() {
		return this.caller.standing().map(Standing::actor);
	}

	@Override
	public Actor require(Permission permission) {
		return require(permission, (person) -> person.may(permission), "");
	}

	@Override
	public Actor require(Permission permission, Scope scope) {
		String there = " in %s for what is %s".formatted(scope.place(), scope.risk().name().toLowerCase(Locale.ROOT));
		return require(permission, (person) -> person.may(permission, scope), there);
	}

	@Override
	public Actor requireSomewhere(Permission permission) {
		return require(permission, (person) -> person.maySomewhere(permission), "");
	}

	private Actor require(Permission permission, Predicate<Person> enough, String where) {
		Standing caller = this.caller.standing().orElseThrow(SpringAuthority::notSignedIn);
		if (!caller.sure() && !permission.reads()) {
			throw new Problem(Category.UNREACHABLE,
					"Your roles cannot be looked up, because the database does not answer. "
							+ "Reading goes on; try again when it is back.");
		}
		if (!enough.test(caller.person())) {
			throw new NotAllowed(
					"Your roles do not allow this (it needs %s%s). An administrator can change them under Access."
						.formatted(permission.inWords(), where));
		}
		if (!caller.scopes().contains(permission)) {
			throw new NotAllowed(
					"This token is not good for it (it needs %s). Make another under Tokens.".formatted(permission));
		}
		return caller.actor();
	}

	@Override
	public boolean has(Permission permission) {
		return has(permission, (person) -> person.may(permission));
	}

	@Override
	public boolean has(Permission permission, Scope scope) {
		return has(permission, (person) -> person.may(permission, scope));
	}

	@Override
	public boolean hasSomewhere(Permission permission) {
		return has(permission, (person) -> person.maySomewhere(permission));
	}

	private boolean has(Permission permission, Predicate<Person> enough) {
		return this.caller.standing()
			.filter((caller) -> caller.scopes().contains(permission) && enough.test(caller.person()))
			.isPresent();
	}

	@Override
	public boolean steppedUp() {
		return this.caller.standing()
			.flatMap(Standing::provenAt)
			.filter((at) -> this.clock.instant().isBefore(at.plus(this.settings.stepUp())))
			.isPresent();
	}

	@Override
	public void stepUp(String password) {
		SignedInSession session = this.caller.session().orElseThrow(SpringAuthority::notSignedIn);
		Person person = session.person();
		if (!person.hasPassword()) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Your account has no password here. Sign in again with your organisation instead.");
		}
		SignInThrottle.Attempt attempt = begin(session);
		if (!this.passwords.matches(password, this.people.passwordHash(person.id()))) {
			this.journal.tell(new SecurityEvent(person.actor(), "session.step-up", person.name(), "REFUSED", Map.of()));
			throw new Problem(Category.REFUSED_BY_POLICY, "This is not your password. Try again.");
		}
		attempt.succeeded();
		this.sessions.steppedUp(session.id(), this.clock.instant());
		this.live.forget(session.id());
		this.journal.tell(SecurityEvent.done(person.actor(), "session.step-up", person.name(), Map.of()));
	}

	private SignInThrottle.Attempt begin(SignedInSession session) {
		try {
			return this.throttle.beginStepUp(session.id().toString());
		}
		catch (Throttled early) {
			throw new Problem(Category.REFUSED_BY_POLICY, "Too many wrong passwords. Try again in %s."
				.formatted(Counted.of(early.remaining().toSeconds() + 1, "second")), early);
		}
	}

	private static Problem notSignedIn() {
		return new NotAllowed("You are not signed in any more. Sign in again.");
	}

}
