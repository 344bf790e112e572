package io.watchfloor.security.signin;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.security.OidcSettings;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Role;
import io.watchfloor.security.SecurityEvent;
import io.watchfloor.security.SecurityJournal;

/**
 * People whom the identity provider vouches for. The first sign-in adds the person, known
 * from then on by issuer and subject. A local account of the same name is somebody else:
 * whoever can choose a name at the provider must not become that account.
 *
 * <p>
 * Where a roles claim is configured, the provider decides on roles at every sign-in;
 * otherwise administrators do.
 */
@Component
public class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

	// With a UUID behind it, it still is a name
	private static final int LONGEST = 22;

	private final OidcUserService provider = new OidcUserService();

	private final PersonStore people;

	private final OidcSettings settings;

	private final SecurityJournal journal;

	private final Clock clock;

	OidcPeople(PersonStore people, OidcSettings settings, SecurityJournal journal, Clock clock) {
		this.people = people;
		this.settings = settings;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.provider.loadUser(request);
		String issuer = Objects.requireNonNull(user.getIdToken().getIssuer()).toString();
		String subject = Objects.requireNonNull(user.getSubject());
		Person person = this.people.external(issuer, subject).orElseGet(() -> add(user, issuer, subject));
		if (!person.enabled()) {
			throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), "the account is disabled");
		}
		return new OidcPerson(withRoles(person, user), user);
	}

	private Person add(OidcUser user, String issuer, String subject) {
		String wanted = bare(Optional.ofNullable(user.getClaimAsString(this.settings.nameClaim()))
			.or(() -> Optional.ofNullable(user.getEmail()))
			.orElse(subject));
		String shown = Optional.ofNullable(user.getFullName()).filter((name) -> name.length() <= 120).orElse(wanted);
		for (String name : List.of(wanted, wanted + "-sso", wanted + "-" + UUID.randomUUID())) {
			Person person = new Person(new PersonId(UUID.randomUUID()), name, shown,
					roles(user).orElse(this.settings.defaultRoles()), true, false, true, this.clock.instant());
			if (this.people.add(person, issuer, subject)) {
				tell(person, "person.added-by-provider", Map.of("roles", new TreeSet<>(person.roles()).toString()));
				return person;
			}
		}
		throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), "no free name for " + wanted);
	}

	/** A name as local accounts have them: what stands in a log must not confuse it. */
	private static String bare(String wanted) {
		String allowed = wanted.replaceAll("[^\\p{L}\\p{N}._@+-]", "_").replaceFirst("^[._@+-]+", "");
		String name = allowed.isEmpty() ? "person" : allowed;
		return name.substring(0, Math.min(name.length(), LONGEST));
	}

	private Person withRoles(Person person, OidcUser user) {
		Set<Role> told = roles(user).orElse(person.roles());
		if (told.equals(person.roles())) {
			return person;
		}
		tell(person, "person.roles-changed", Map.of("before", new TreeSet<>(person.roles()).toString(), "after",
				new TreeSet<>(told).toString(), "by", "identity provider"));
		this.people.roles(person.id(), told);
		return this.people.find(person.id()).orElseThrow();
	}

	// A change of what somebody may do: without a record the sign-in fails instead
	private void tell(Person person, String action, Map<String, String> details) {
		this.journal.demand(SecurityEvent.done(Actor.SYSTEM, action, person.name(), details));
	}

	/** What the claim says; empty when there is none to look at. */
	private Optional<Set<Role>> roles(OidcUser user) {
		if (this.settings.rolesClaim().isBlank()) {
			return Optional.empty();
		}
		return Optional
			.of(values(user.getClaims().get(this.settings.rolesClaim())).flatMap((value) -> role(value).stream())
				.collect(Collectors.toSet()));
	}

	private static Stream<String> values(@Nullable Object claim) {
		return switch (claim) {
			case Collection<?> several -> several.stream().map(String::valueOf);
			case String one -> Stream.of(one.split("[ ,]+"));
			case null, default -> Stream.empty();
		};
	}

	private Optional<Role> role(String value) {
		Role mapped = this.settings.roles().get(value);
		return (mapped != null) ? Optional.of(mapped)
				: Stream.of(Role.values()).filter((role) -> role.name().equalsIgnoreCase(value)).findFirst();
	}

}
