package io.watchfloor.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/**
 * Single-use links: the first administrator's, break-glass, and invitations. Opening one
 * uses nothing up, because mail scanners and browsers open links by themselves; choosing
 * the password does.
 */
@Service
public class SignInLinks {

	private final LinkStore links;

	private final PersonStore people;

	private final SessionStore sessions;

	private final DeviceStore devices;

	private final Passwords passwords;

	private final ConsoleAddress address;

	private final SecurityJournal journal;

	private final Clock clock;

	SignInLinks(LinkStore links, PersonStore people, SessionStore sessions, DeviceStore devices, Passwords passwords,
			ConsoleAddress address, SecurityJournal journal, Clock clock) {
		this.links = links;
		this.people = people;
		this.sessions = sessions;
		this.devices = devices;
		this.passwords = passwords;
		this.address = address;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Makes a link that makes its holder administrator. Not for views: whoever calls this
	 * stands on the server.
	 * @param breakGlass whether there are administrators already
	 * @param valid for how long
	 */
	@Transactional
	public Invitation forAdministrator(boolean breakGlass, Duration valid) {
		this.journal.tell(SecurityEvent.done(Actor.SYSTEM,
				breakGlass ? "break-glass.link-created" : "first-link.created", "administrator", Map.of()));
		return breakGlass ? create(null, valid) : createBeside(valid);
	}

	/** Makes a link for one person; the caller has asked for the authority. */
	Invitation forPerson(PersonId person, Duration valid) {
		return create(person, valid);
	}

	private Invitation createBeside(Duration valid) {
		Token token = Token.create();
		Instant now = this.clock.instant();
		this.links.addBeside(token, now, now.plus(valid));
		return invitation(token, now.plus(valid));
	}

	private Invitation invitation(Token token, Instant expires) {
		return new Invitation(this.address.base() + "/login/link#" + token.text(), expires);
	}

	private Invitation create(@Nullable PersonId person, Duration valid) {
		Token token = Token.create();
		Instant now = this.clock.instant();
		this.links.add(token, person, now, now.plus(valid));
		return invitation(token, now.plus(valid));
	}

	/** What the link is for, while it is good. */
	public Optional<SignInLink> look(Token token) {
		return this.links.usable(token, this.clock.instant())
			.map((link) -> new SignInLink(Optional.ofNullable(link.person()).flatMap(this.people::find),
					link.expires()));
	}

	/**
	 * Uses the link up: sets the password and ends the person's sessions.
	 * @param token from the link
	 * @param name the name to sign in with; ignored where the link names the person
	 * @param password the new password
	 * @return who can now sign in
	 * @throws Problem when the link was used or has expired, or the password is too easy;
	 * in the latter case the link stays good
	 */
	@Transactional
	public Person accept(Token token, String name, String password) {
		SignInLink found = look(token).orElseThrow(SignInLinks::notGood);
		Passwords.check(password, found.person().map(Person::name).orElse(name));
		String hash = this.passwords.encode(password);
		LinkStore.Link link = this.links.take(token, this.clock.instant()).orElseThrow(SignInLinks::notGood);
		Person person = (link.person() != null) ? invited(link.person()) : administrator(Names.check(name));
		this.people.password(person.id(), hash);
		this.devices.forget(person.id());
		this.sessions.open(person.id(), Instant.EPOCH)
			.forEach((session) -> this.sessions.end(session.id(), this.clock.instant()));
		return person;
	}

	private Person invited(PersonId id) {
		Person person = this.people.find(id).filter(Person::enabled).orElseThrow(SignInLinks::notGood);
		this.journal.tell(SecurityEvent.done(person.actor(), "link.used", person.name(), Map.of()));
		return person;
	}

	// The log may be what is broken when somebody has to get in this way: tell, not
	// demand
	private Person administrator(String name) {
		boolean breakGlass = this.people.administrators(true) > 0;
		Person person = this.people.named(name).orElseGet(() -> add(name));
		this.people.enabled(person.id(), true);
		this.people.roles(person.id(), EnumSet.allOf(Role.class));
		this.links.withdraw(null);
		this.journal.tell(SecurityEvent.done(person.actor(), breakGlass ? "break-glass.used" : "first-link.used", name,
				Map.of("roles", "all")));
		return person;
	}

	private Person add(String name) {
		Person person = new Person(PersonId.create(), name, name, EnumSet.allOf(Role.class), true, false, false,
				this.clock.instant());
		if (!this.people.add(person, null, null)) {
			throw new Problem(Category.STALE, "Somebody took the name %s just now. Try again.".formatted(name));
		}
		return person;
	}

	private static Problem notGood() {
		return new Problem(Category.NOT_FOUND,
				"This link was used, replaced by a newer one, or has expired. Ask an administrator for a new one, "
						+ "or run ./watchfloor sign-in-link on the server.");
	}

}
