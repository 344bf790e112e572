package io.watchfloor.security;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import io.watchfloor.kernel.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiTokenTests {

	private static final Duration MONTH = Duration.ofDays(30);

	private final SecurityHouse house = new SecurityHouse();

	private final ApiTokens tokens = this.house.get(ApiTokens.class);

	private final Authority authority = this.house.get(Authority.class);

	private Person grace;

	@BeforeEach
	void signIn() {
		this.house.administrator();
		this.grace = this.house.person("grace", Role.OPERATOR, Role.APPROVER);
		this.house.signIn(this.grace);
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private ApiToken made(Permission... scopes) {
		Token text = this.tokens.create("pipeline", Set.of(scopes), MONTH);
		return this.tokens.opened(text.text(), "10.0.0.9").orElseThrow();
	}

	private static void call(ApiToken token) {
		TestingAuthenticationToken caller = new TestingAuthenticationToken("program", null, "ROLE_NOTHING");
		caller.setDetails(token.id());
		SecurityContextHolder.getContext().setAuthentication(caller);
	}

	@Test
	void aProgramCallsInItsPersonsNameAndTheRecordSaysByWhichToken() {
		call(made(Permission.VIEW, Permission.OPERATE));
		assertThat(this.authority.require(Permission.OPERATE)).satisfies((actor) -> {
			assertThat(actor.id()).isEqualTo(this.grace.id().toString());
			assertThat(actor.name()).isEqualTo("grace (token pipeline)");
		});
	}

	@Test
	void aTokenIsGoodForItsScopesOnly() {
		call(made(Permission.VIEW));
		assertThat(this.authority.has(Permission.OPERATE)).isFalse();
		assertThatThrownBy(() -> this.authority.require(Permission.OPERATE)).isInstanceOf(Problem.class)
			.hasMessageContaining("This token is not good for it");
	}

	@Test
	void aTokenNeverMayMoreThanItsPersonDoesNow() {
		ApiToken token = made(Permission.VIEW, Permission.OPERATE, Permission.APPROVE);
		this.house.get(PersonStore.class).roles(this.grace.id(), Set.of(Role.APPROVER));
		call(token);
		assertThat(this.authority.has(Permission.APPROVE)).isTrue();
		assertThatThrownBy(() -> this.authority.require(Permission.OPERATE)).isInstanceOf(Problem.class)
			.hasMessageContaining("roles do not allow");
		this.house.get(PersonStore.class).enabled(this.grace.id(), false);
		assertThatThrownBy(() -> this.authority.require(Permission.VIEW)).isInstanceOf(Problem.class)
			.hasMessageContaining("not signed in");
	}

	@Test
	void aTokenProvesNoPassword() {
		call(made(Permission.VIEW, Permission.OPERATE));
		assertThat(this.authority.steppedUp()).isFalse();
		assertThatThrownBy(() -> this.authority.stepUp(SecurityHouse.PASSWORD)).isInstanceOf(Problem.class);
		assertThatThrownBy(() -> this.tokens.create("another", Set.of(Permission.VIEW), MONTH))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("password");
	}

	@Test
	void makingOneWantsAPasswordGivenLately() {
		this.house.clock().advance(Duration.ofMinutes(11));
		assertThatThrownBy(() -> this.tokens.create("pipeline", Set.of(Permission.VIEW), MONTH))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("password");
		assertThat(this.tokens.mine()).isEmpty();
	}

	@Test
	void nobodyMakesATokenForWhatTheirRolesDoNotAllowNorForManagingPeople() {
		assertThatThrownBy(() -> this.tokens.create("all", Set.of(Permission.MANAGE_RUNBOOKS), MONTH))
			.isInstanceOf(Problem.class);
		this.house.signIn(this.house.person("root", Role.ADMINISTRATOR));
		assertThatThrownBy(() -> this.tokens.create("all", Set.of(Permission.MANAGE_PEOPLE), MONTH))
			.isInstanceOf(Problem.class);
	}

	@Test
	void whatDoesNotFitIsRefusedAndSaysWhy() {
		assertThatThrownBy(() -> this.tokens.create(" ", Set.of(Permission.VIEW), MONTH))
			.hasMessageContaining("what the token is for");
		assertThatThrownBy(() -> this.tokens.create("x\ny", Set.of(Permission.VIEW), MONTH))
			.hasMessageContaining("what the token is for");
		assertThatThrownBy(() -> this.tokens.create("x", Set.of(), MONTH)).hasMessageContaining("at least one thing");
		assertThatThrownBy(() -> this.tokens.create("x", Set.of(Permission.VIEW), Duration.ofDays(400)))
			.hasMessageContaining("at most a year");
		made(Permission.VIEW);
		assertThatThrownBy(() -> made(Permission.VIEW)).hasMessageContaining("already");
	}

	@Test
	void anEndedOrExpiredTokenOpensNothing() {
		Token text = this.tokens.create("pipeline", Set.of(Permission.VIEW), Duration.ofDays(1));
		ApiToken token = this.tokens.opened(text.text(), "10.0.0.9").orElseThrow();
		this.house.clock().advance(Duration.ofDays(1));
		assertThat(this.tokens.opened(text.text(), "10.0.0.9")).isEmpty();
		call(token);
		assertThat(this.authority.has(Permission.VIEW)).isFalse();
		this.house.signIn(this.grace);
		ApiToken second = made(Permission.VIEW);
		this.tokens.revoke(second.id());
		call(second);
		assertThat(this.authority.has(Permission.VIEW)).isFalse();
	}

	@Test
	void othersTokensAreEndedByAdministratorsOnly() {
		ApiToken token = made(Permission.VIEW);
		this.house.signIn(this.house.person("eve", Role.OPERATOR));
		assertThatThrownBy(this.tokens::all).isInstanceOf(Problem.class);
		assertThatThrownBy(() -> this.tokens.revoke(token.id())).isInstanceOf(Problem.class);
		this.house.signIn(this.house.person("root", Role.ADMINISTRATOR));
		this.tokens.revoke(token.id());
		assertThat(this.tokens.all()).singleElement().matches((one) -> one.revoked() != null);
	}

	@Test
	void theTextIsKeptNowhereAndTheMakingIsOnRecordFirst() {
		Token text = this.tokens.create("pipeline", Set.of(Permission.VIEW), MONTH);
		assertThat(text.text()).startsWith("wft_");
		assertThat(this.house.journal()).anySatisfy((event) -> {
			assertThat(event.action()).isEqualTo("token.created");
			assertThat(event.toString()).doesNotContain(text.text());
		});
		this.house.breakTheLog();
		assertThatThrownBy(() -> this.tokens.create("second", Set.of(Permission.VIEW), MONTH))
			.isInstanceOf(Problem.class);
		assertThat(this.tokens.mine()).hasSize(1);
	}

	@Test
	void whereAndWhenItWasLastUsedIsShown() {
		made(Permission.VIEW);
		assertThat(this.tokens.mine()).singleElement().satisfies((token) -> {
			assertThat(token.lastAddress()).isEqualTo("10.0.0.9");
			assertThat(token.lastUsed()).isEqualTo(this.house.clock().instant());
		});
	}

}
