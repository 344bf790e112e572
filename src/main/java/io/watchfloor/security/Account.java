package io.watchfloor.security;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** What everybody may do about their own account. */
@Service
public class Account {

	private final PersonStore store;

	private final Passwords passwords;

	private final DeviceStore devices;

	private final Sessions sessions;

	private final Authority authority;

	private final SecurityJournal journal;

	Account(PersonStore store, Passwords passwords, DeviceStore devices, Sessions sessions, Authority authority,
			SecurityJournal journal) {
		this.store = store;
		this.passwords = passwords;
		this.devices = devices;
		this.sessions = sessions;
		this.authority = authority;
		this.journal = journal;
	}

	/** Who calls. */
	public Person me() {
		Actor actor = this.authority.current().orElseThrow(Account::notSignedIn);
		return this.store.find(new PersonId(UUID.fromString(actor.id()))).orElseThrow(Account::notSignedIn);
	}

	/**
	 * Replaces one's own password, which must have been proven lately, and ends all other
	 * sessions.
	 */
	@Transactional
	public void changePassword(String password) {
		Person me = me();
		if (!this.authority.steppedUp()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "This needs your present password. Enter it and repeat.");
		}
		Passwords.check(password, me.name());
		this.journal.demand(SecurityEvent.done(me.actor(), "password.changed", me.name(), Map.of()));
		this.store.password(me.id(), this.passwords.encode(password));
		this.devices.forget(me.id());
		this.sessions.endMyOthers();
	}

	private static Problem notSignedIn() {
		return new NotAllowed("You are not signed in any more. Sign in again.");
	}

}
