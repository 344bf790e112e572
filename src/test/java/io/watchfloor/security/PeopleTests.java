package io.watchfloor.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

import io.watchfloor.kernel.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeopleTests {

	private final SecurityHouse house = new SecurityHouse();

	private final People people = this.house.get(People.class);

	private final Authority authority = this.house.get(Authority.class);

	private Person ada;

	@BeforeEach
	void signIn() {
		this.ada = this.house.administrator();
		this.house.signIn(this.ada);
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void anInvitedPersonChoosesAPasswordAndHasTheRolesTheyWereGiven() {
		Invitation link = this.people.invite("grace", "Grace Hopper", EnumSet.of(Role.OPERATOR));
		Person grace = this.house.get(SignInLinks.class)
			.accept(SecurityHouse.token(link), "ignored", SecurityHouse.PASSWORD);
		assertThat(grace.name()).isEqualTo("grace");
		assertThat(grace.roles()).containsExactly(Role.OPERATOR);
	}

	@Test
	void aNameIsOnePersonsHoweverItIsWritten() {
		this.people.invite("grace", "", EnumSet.of(Role.VIEWER));
		assertThatThrownBy(() -> this.people.invite("GRACE", "", EnumSet.of(Role.VIEWER))).isInstanceOf(Problem.class)
			.hasMessageContaining("somebody called GRACE");
	}

	@Test
	void onlyAnAdministratorMayManagePeople() {
		this.house.signIn(this.house.person("vera", Role.MANAGER));
		assertThatThrownBy(this.people::all).isInstanceOf(Problem.class).hasMessageContaining("administrator");
		assertThatThrownBy(() -> this.people.disable(this.ada.id())).isInstanceOf(Problem.class);
	}

	@Test
	void givingMoreNeedsAPasswordProvenLately() {
		this.house.clock().advance(Duration.ofMinutes(11));
		assertThatThrownBy(() -> this.people.invite("grace", "", Set.of(Role.VIEWER))).isInstanceOf(Problem.class)
			.hasMessageContaining("password again");
		this.authority.stepUp(SecurityHouse.PASSWORD);
		assertThat(this.people.invite("grace", "", Set.of(Role.VIEWER)).url()).contains("#");
	}

	@Test
	void theLastAdministratorStays() {
		assertThatThrownBy(() -> this.people.disable(this.ada.id())).isInstanceOf(Problem.class)
			.hasMessageContaining("Nobody could manage people");
		assertThatThrownBy(() -> this.people.changeRoles(this.ada.id(), Set.of(Role.VIEWER)))
			.isInstanceOf(Problem.class);
		assertThat(this.people.all()).singleElement()
			.satisfies((still) -> assertThat(still.roles()).contains(Role.ADMINISTRATOR));
	}

	@Test
	void aDisabledPersonsSessionsEndAtOnce() {
		Person grace = this.house.person("grace", Role.OPERATOR);
		SessionId hers = this.house.signIn(grace);
		assertThat(this.authority.has(Permission.OPERATE)).isTrue();
		this.house.signIn(this.ada);
		this.people.disable(grace.id());
		this.house.act(hers);
		assertThat(this.authority.current()).isEmpty();
		assertThat(this.house.get(Sessions.class).over(Set.of(hers))).containsExactly(hers);
	}

	@Test
	void changedRolesCountAtOnceHereAndWithinTwoSecondsElsewhere() {
		Person grace = this.house.person("grace", Role.OPERATOR);
		SessionId hers = this.house.signIn(grace);
		assertThat(this.authority.has(Permission.OPERATE)).isTrue();
		this.house.get(PersonStore.class).roles(grace.id(), Set.of(Role.VIEWER));
		this.house.clock().advance(Duration.ofSeconds(2));
		assertThat(this.authority.has(Permission.OPERATE)).isFalse();
		this.house.signIn(this.ada);
		this.people.changeRoles(grace.id(), Set.of(Role.APPROVER));
		this.house.act(hers);
		assertThat(this.authority.has(Permission.APPROVE)).isTrue();
	}

	@Test
	void nothingChangesWhenTheAuditLogCannotBeWritten() {
		Person grace = this.house.person("grace", Role.VIEWER);
		this.house.breakTheLog();
		assertThatThrownBy(() -> this.people.changeRoles(grace.id(), Set.of(Role.ADMINISTRATOR)))
			.isInstanceOf(Problem.class);
		assertThat(this.house.get(PersonStore.class).find(grace.id()).orElseThrow().roles())
			.containsExactly(Role.VIEWER);
	}

	@Test
	void everybodyEndsTheirOwnSessionsAndOnlyAdministratorsOthers() {
		Sessions sessions = this.house.get(Sessions.class);
		SessionId adas = sessions.current().orElseThrow();
		Person grace = this.house.person("grace", Role.OPERATOR);
		SessionId other = this.house.signIn(grace);
		this.house.signIn(grace);
		assertThat(sessions.mine()).hasSize(2);
		sessions.revoke(other);
		assertThat(sessions.mine()).hasSize(1);
		assertThatThrownBy(() -> sessions.revoke(adas)).isInstanceOf(Problem.class);
		assertThatThrownBy(sessions::all).isInstanceOf(Problem.class);
		assertThat(this.house.journal()).extracting(SecurityEvent::action).contains("session.revoked");
	}

	@Test
	void aSessionEndsAfterIdlingAndAfterTwelveHoursInAnyCase() {
		this.house.clock().advance(Duration.ofMinutes(29));
		assertThat(this.authority.current()).isPresent();
		this.house.clock().advance(Duration.ofMinutes(1));
		assertThat(this.authority.current()).isEmpty();
		SessionId session = this.house.signIn(this.ada);
		for (int halfHour = 0; halfHour < 36; halfHour++) {
			this.house.clock().advance(Duration.ofMinutes(20));
			this.house.get(SessionStore.class).seen(session, this.house.clock().instant());
		}
		assertThat(this.authority.current()).isEmpty();
	}

	@Test
	void changingOnesPasswordEndsTheOtherSessions() {
		SessionId other = this.house.get(Sessions.class).current().orElseThrow();
		this.house.signIn(this.ada);
		this.house.get(Account.class).changePassword("quite another phrase");
		assertThat(this.house.get(Sessions.class).mine()).hasSize(1);
		this.house.act(other);
		assertThat(this.authority.current()).isEmpty();
	}

	@Test
	void nobodySignedInMayDoNothing() {
		SecurityContextHolder.clearContext();
		for (Permission permission : Permission.values()) {
			assertThat(this.authority.has(permission)).isFalse();
			assertThatThrownBy(() -> this.authority.require(permission)).isInstanceOf(Problem.class)
				.hasMessageContaining("not signed in");
		}
	}

}
