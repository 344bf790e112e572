package io.watchfloor.testing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Passwords;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Role;
import io.watchfloor.security.SessionId;
import io.watchfloor.security.SessionStore;
import io.watchfloor.security.SignedInSession;

/** Somebody with chosen roles calls; for tests of what services demand. */
public final class SignedIn implements Authority {

	/** What {@link #stepUp(String)} takes. */
	public static final String PASSWORD = "correct horse battery";

	private final Actor actor;

	private final Set<Role> roles;

	private boolean steppedUp;

	private SignedIn(Actor actor, Set<Role> roles) {
		this.actor = actor;
		this.roles = roles;
	}

	/** An authority for a service that a test puts together by hand. */
	public static SignedIn as(Role... roles) {
		return new SignedIn(new Actor(UUID.randomUUID().toString(), "Alex"), Set.of(roles));
	}

	/**
	 * Signs a new person in within the context of an {@link IntegrationTest}, for the
	 * test's own thread. Ends with {@code SecurityContextHolder.clearContext()}.
	 */
	public static Person as(ApplicationContext context, Role... roles) {
		Instant now = context.getBean(Clock.class).instant();
		Person person = add(context, roles);
		SignedInSession session = new SignedInSession(SessionId.create(), person, now, now, now, "127.0.0.1", "a test",
				null);
		context.getBean(SessionStore.class).add(session);
		TestingAuthenticationToken token = new TestingAuthenticationToken(person.name(), null,
				Set.of(roles).stream().map((role) -> "ROLE_" + role).toArray(String[]::new));
		token.setDetails(session.id());
		SecurityContextHolder.getContext().setAuthentication(token);
		return person;
	}

	/** Adds a new person who can sign in with {@link #PASSWORD}, and nothing more. */
	public static Person withPassword(ApplicationContext context, Role... roles) {
		Person person = add(context, roles);
		context.getBean(PersonStore.class).password(person.id(), context.getBean(Passwords.class).encode(PASSWORD));
		return person;
	}

	private static Person add(ApplicationContext context, Role... roles) {
		Person person = new Person(new PersonId(UUID.randomUUID()), "alex-" + UUID.randomUUID(), "Alex", Set.of(roles),
				true, false, false, context.getBean(Clock.class).instant());
		context.getBean(PersonStore.class).add(person, null, null);
		return person;
	}

	@Override
	public Optional<Actor> current() {
		return Optional.of(this.actor);
	}

	@Override
	public Actor require(Permission permission) {
		if (!has(permission)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"The roles %s do not allow %s.".formatted(this.roles, permission));
		}
		return this.actor;
	}

	@Override
	public boolean has(Permission permission) {
		return permission.roles().stream().anyMatch(this.roles::contains);
	}

	@Override
	public boolean steppedUp() {
		return this.steppedUp;
	}

	@Override
	public void stepUp(String password) {
		if (!password.equals(PASSWORD)) {
			throw new Problem(Category.REFUSED_BY_POLICY, "This is not your password. Try again.");
		}
		this.steppedUp = true;
	}

}
