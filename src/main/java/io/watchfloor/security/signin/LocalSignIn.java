package io.watchfloor.security.signin;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import io.watchfloor.security.Passwords;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonStore;

/**
 * Sign-in by name and password. A wrong name, a wrong password and a disabled account
 * look the same from outside, and take as long.
 */
@Component
class LocalSignIn implements AuthenticationProvider {

	private final PersonStore people;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final FailureLog failures;

	LocalSignIn(PersonStore people, Passwords passwords, SignInThrottle throttle, FailureLog failures) {
		this.people = people;
		this.passwords = passwords;
		this.throttle = throttle;
		this.failures = failures;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication given) {
		String name = given.getName().strip();
		SignInDetails details = (given.getDetails() instanceof SignInDetails known) ? known
				: new SignInDetails("", null);
		try {
			return signIn(name, String.valueOf(given.getCredentials()), details);
		}
		catch (BadCredentialsException | Throttled refused) {
			this.failures.refused(name, details, refused);
			throw refused;
		}
		catch (RuntimeException unanswered) {
			throw new InternalAuthenticationServiceException("the store does not answer", unanswered);
		}
	}

	private Authentication signIn(String name, String password, SignInDetails details) {
		if (name.isEmpty() || name.length() > 60) {
			throw new BadCredentialsException("no such name");
		}
		SignInThrottle.Attempt attempt = this.throttle.begin(name, details);
		Optional<Person> person = this.people.named(name).filter(Person::enabled);
		Optional<String> hash = person.map(Person::id).flatMap(this.people::passwordHash);
		if (!this.passwords.matches(password, hash)) {
			throw new BadCredentialsException("name or password is wrong");
		}
		attempt.succeeded();
		Person known = person.orElseThrow();
		return UsernamePasswordAuthenticationToken.authenticated(new LocalPerson(known.id(), known.displayName()), null,
				GrantedRoles.of(known));
	}

}
