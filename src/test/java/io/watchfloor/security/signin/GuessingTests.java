package io.watchfloor.security.signin;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

import io.watchfloor.security.DeviceStore;
import io.watchfloor.security.Person;
import io.watchfloor.security.Role;
import io.watchfloor.security.SecurityEvent;
import io.watchfloor.security.SecurityHouse;
import io.watchfloor.security.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class GuessingTests {

	private static final SignInDetails OFFICE = new SignInDetails("192.0.2.10", null);

	private static final SignInDetails STRANGER = new SignInDetails("203.0.113.7", null);

	private final SecurityHouse house = new SecurityHouse();

	private final LocalSignIn signIn = this.house.get(LocalSignIn.class);

	private Person grace;

	@BeforeEach
	void add() {
		this.grace = this.house.person("grace", Role.OPERATOR);
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void theRightPasswordOpensInAnyCaseOfTheName() {
		assertThat(attempt("Grace", SecurityHouse.PASSWORD, OFFICE).getPrincipal())
			.isEqualTo(new LocalPerson(this.grace.id(), "grace"));
	}

	@Test
	void fromOnePlaceTheSixthAttemptWaitsAndTheWaitDoubles() {
		fail(5, "grace", STRANGER);
		assertThat(waiting("grace", STRANGER)).isEqualTo(Duration.ofSeconds(30));
		this.house.clock().advance(Duration.ofSeconds(30));
		fail(1, "grace", STRANGER);
		assertThat(waiting("grace", STRANGER)).isEqualTo(Duration.ofSeconds(60));
	}

	@Test
	void whileWaitingEvenTheRightPasswordIsNotLookedAt() {
		fail(5, "grace", STRANGER);
		assertThatThrownBy(() -> attempt("grace", SecurityHouse.PASSWORD, STRANGER)).isInstanceOf(Throttled.class);
	}

	@Test
	void aNeighbouringAddressIsTheSamePlace() {
		fail(5, "grace", STRANGER);
		assertThat(waiting("grace", new SignInDetails("203.0.113.200", null))).isPositive();
	}

	@Test
	void aStrangerDoesNotLockAColleagueOut() {
		fail(5, "grace", STRANGER);
		assertThat(attempt("grace", SecurityHouse.PASSWORD, OFFICE).isAuthenticated()).isTrue();
	}

	@Test
	void guessingFromManyPlacesCostsAtMostAMinute() {
		for (int place = 0; place < 40; place++) {
			try {
				attempt("grace", "wrong password", new SignInDetails("198.51." + place + ".1", null));
			}
			catch (Throttled early) {
				assertThat(early.remaining()).isLessThanOrEqualTo(Duration.ofMinutes(1));
				this.house.clock().advance(early.remaining());
			}
			catch (BadCredentialsException wrong) {
				assertThat(wrong).isNotNull();
			}
		}
		assertThat(waiting("grace", OFFICE)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
		this.house.clock().advance(Duration.ofMinutes(1));
		assertThat(attempt("grace", SecurityHouse.PASSWORD, OFFICE).isAuthenticated()).isTrue();
	}

	@Test
	void aKnownBrowserIsNotConcernedByFailuresFromElsewhere() {
		Token device = Token.create();
		this.house.get(DeviceStore.class).remember(this.grace.id(), device, this.house.clock().instant());
		fail(5, "grace", OFFICE);
		SignInDetails known = new SignInDetails(OFFICE.address(), device.text());
		assertThat(attempt("grace", SecurityHouse.PASSWORD, known).isAuthenticated()).isTrue();
		fail(5, "grace", known);
		assertThat(waiting("grace", known)).isPositive();
	}

	@Test
	void aSuccessStartsTheCountAgain() {
		fail(4, "grace", OFFICE);
		attempt("grace", SecurityHouse.PASSWORD, OFFICE);
		fail(4, "grace", OFFICE);
		assertThat(attempt("grace", SecurityHouse.PASSWORD, OFFICE).isAuthenticated()).isTrue();
	}

	@Test
	void aNameThatNobodyHasIsTreatedTheSame() {
		AuthenticationException known = catchThrowableOfType(AuthenticationException.class,
				() -> attempt("grace", "wrong password", OFFICE));
		AuthenticationException unknown = catchThrowableOfType(AuthenticationException.class,
				() -> attempt("nobody", "wrong password", OFFICE));
		assertThat(unknown).hasSameClassAs(known).hasMessage(known.getMessage());
		fail(4, "nobody", OFFICE);
		assertThat(waiting("nobody", OFFICE)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void failuresReachTheLogOnceAMinuteForOneNameAndPlace() {
		fail(3, "grace", STRANGER);
		assertThat(this.house.journal()).extracting(SecurityEvent::action).containsExactly("sign-in.failed");
	}

	@Test
	void aSignInWorksWhenTheAuditLogCannotBeWritten() {
		this.house.breakTheLog();
		fail(1, "grace", OFFICE);
		assertThat(attempt("grace", SecurityHouse.PASSWORD, OFFICE).isAuthenticated()).isTrue();
	}

	private void fail(int times, String name, SignInDetails from) {
		for (int time = 0; time < times; time++) {
			assertThatThrownBy(() -> attempt(name, "wrong password", from)).isInstanceOf(BadCredentialsException.class);
		}
	}

	private Duration waiting(String name, SignInDetails from) {
		Throttled early = catchThrowableOfType(Throttled.class, () -> attempt(name, "wrong password", from));
		assertThat(early).isNotNull();
		return early.remaining();
	}

	private Authentication attempt(String name, String password, SignInDetails from) {
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
		token.setDetails(from);
		return this.signIn.authenticate(token);
	}

}
