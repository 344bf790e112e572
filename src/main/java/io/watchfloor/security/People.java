package io.watchfloor.security;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/**
 * Who may sign in, and what they are trusted with. Every change needs
 * {@link Permission#MANAGE_PEOPLE} and, where it gives somebody more, a password proven
 * lately; each is in the audit log before it happens.
 */
@Service
public class People {

	private final PersonStore store;

	private final SignInLinks links;

	private final Sessions sessions;

	private final Authority authority;

	private final SecurityJournal journal;

	private final SecuritySettings settings;

	private final OidcSettings oidc;

	private final Clock clock;

	People(PersonStore store, SignInLinks links, Sessions sessions, Authority authority, SecurityJournal journal,
			SecuritySettings settings, OidcSettings oidc, Clock clock) {
		this.store = store;
		this.links = links;
		this.sessions = sessions;
		this.authority = authority;
		this.journal = journal;
		this.settings = settings;
		this.oidc = oidc;
		this.clock = clock;
	}

	/** Everybody, by name. */
	public List<Person> all() {
		this.authority.require(Permission.MANAGE_PEOPLE);
		return this.store.all();
	}

	/** Adds a person and returns the link with which they choose a password. */
	@Transactional
	public Invitation invite(String name, String displayName, Set<Role> roles) {
		Actor actor = demand();
		String checked = Names.check(name);
		String shown = displayName.isBlank() ? checked : displayName.strip();
		this.journal.demand(
				SecurityEvent.done(actor, "person.invited", checked, Map.of("roles", new TreeSet<>(roles).toString())));
		Person person = new Person(PersonId.create(), checked, shown, roles, true, false, false, this.clock.instant());
		if (!this.store.add(person, null, null)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"There is somebody called %s already. Choose another name.".formatted(checked));
		}
		return this.links.forPerson(person.id(), this.settings.invitation());
	}

	/** A new link for somebody who lost the password; older ones are withdrawn. */
	@Transactional
	public Invitation newLink(PersonId id) {
		Actor actor = demand();
		Person person = person(id);
		this.journal.demand(SecurityEvent.done(actor, "person.link-created", person.name(), Map.of()));
		return this.links.forPerson(id, this.settings.invitation());
	}

	/** Replaces a person's roles; counts for open pages within seconds. */
	@Transactional
	public void changeRoles(PersonId id, Set<Role> roles) {
		Actor actor = demand();
		Person person = person(id);
		this.journal.demand(SecurityEvent.done(actor, "person.roles-changed", person.name(),
				Map.of("before", new TreeSet<>(person.roles()).toString(), "after", new TreeSet<>(roles).toString())));
		this.store.administrators(this.oidc.configured());
		this.store.roles(id, roles);
		keepAnAdministrator();
		this.sessions.reread(id);
	}

	/**
	 * Replaces what a person is trusted with in some places; counts for open pages within
	 * seconds.
	 */
	@Transactional
	public void changeGrants(PersonId id, Set<Grant> grants) {
		Actor actor = demand();
		Person person = person(id);
		this.journal.demand(SecurityEvent.done(actor, "person.grants-changed", person.name(),
				Map.of("before", GrantText.of(person.grants()), "after", GrantText.of(grants))));
		this.store.grants(id, grants);
		this.sessions.reread(id);
	}

	/** Lets a person sign in again. */
	@Transactional
	public void enable(PersonId id) {
		Actor actor = demand();
		Person person = person(id);
		this.journal.demand(SecurityEvent.done(actor, "person.enabled", person.name(), Map.of()));
		this.store.enabled(id, true);
	}

	/** Shuts a person out, at once and everywhere. Needs no step-up: it may be urgent. */
	@Transactional
	public void disable(PersonId id) {
		Actor actor = this.authority.require(Permission.MANAGE_PEOPLE);
		Person person = person(id);
		this.journal.demand(SecurityEvent.done(actor, "person.disabled", person.name(), Map.of()));
		this.store.administrators(this.oidc.configured());
		this.store.enabled(id, false);
		keepAnAdministrator();
		this.sessions.endAll(id, this.clock.instant());
	}

	private Actor demand() {
		Actor actor = this.authority.require(Permission.MANAGE_PEOPLE);
		if (!this.authority.steppedUp()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "This needs your password again. Enter it and repeat.");
		}
		return actor;
	}

	private Person person(PersonId id) {
		return this.store.find(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "This person is gone. Reload the page."));
	}

	private void keepAnAdministrator() {
		if (this.store.administrators(this.oidc.configured()) == 0) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Nobody could manage people any more. Make somebody else administrator first.");
		}
	}

}
