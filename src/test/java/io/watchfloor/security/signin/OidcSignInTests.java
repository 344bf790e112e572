package io.watchfloor.security.signin;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import io.watchfloor.security.Authority;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Role;
import io.watchfloor.security.SessionStore;
import io.watchfloor.security.SignedInSession;
import io.watchfloor.testing.HttpBrowser;
import io.watchfloor.testing.ServerTest;

import static org.assertj.core.api.Assertions.assertThat;

@ServerTest
@TestPropertySource(properties = { "watchfloor.oidc.client-id=" + OidcServer.CLIENT,
		"watchfloor.oidc.client-secret=" + OidcServer.SECRET, "watchfloor.oidc.roles-claim=groups",
		"watchfloor.oidc.roles.oncall=OPERATOR", "vaadin.productionMode=true" })
class OidcSignInTests {

	private static final OidcServer PROVIDER = new OidcServer();

	private static final String START = "oauth2/authorization/watchfloor";

	@Autowired
	PersonStore people;

	@Autowired
	SessionStore sessions;

	@Autowired
	Authority authority;

	@LocalServerPort
	int port;

	private final String subject = UUID.randomUUID().toString();

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry settings) {
		settings.add("watchfloor.oidc.issuer", PROVIDER::issuer);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theFirstSignInAddsThePersonWithTheRolesOfTheClaim() {
		PROVIDER.says(this.subject, Map.of("preferred_username", "grace", "name", "Grace Hopper", "groups",
				List.of("oncall", "approver", "choir")));
		HttpBrowser browser = browser();
		letIn(browser);
		Person grace = person();
		assertThat(grace.name()).isEqualTo("grace");
		assertThat(grace.displayName()).isEqualTo("Grace Hopper");
		assertThat(grace.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.APPROVER);
		assertThat(browser.get("runbooks").statusCode()).isEqualTo(200);
	}

	@Test
	void theClaimDecidesOnRolesAtEverySignIn() {
		PROVIDER.says(this.subject, Map.of("groups", List.of("oncall")));
		letIn(browser());
		Person before = person();
		PROVIDER.says(this.subject, Map.of("groups", "manager viewer"));
		letIn(browser());
		assertThat(person().id()).isEqualTo(before.id());
		assertThat(person().roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.VIEWER);
		PROVIDER.says(this.subject, Map.of());
		letIn(browser());
		assertThat(person().roles()).isEmpty();
	}

	@Test
	void aLocalAccountOfTheSameNameStaysSomebodyElses() {
		String name = "ada" + this.subject.substring(0, 8);
		Person local = new Person(new PersonId(UUID.randomUUID()), name, "Ada", Set.of(Role.ADMINISTRATOR), true, false,
				false, Instant.now());
		this.people.add(local, null, null);
		PROVIDER.says(this.subject, Map.of("preferred_username", name, "groups", List.of("oncall")));
		letIn(browser());
		assertThat(person().id()).isNotEqualTo(local.id());
		assertThat(person().name()).isEqualTo(name + "-sso");
		assertThat(person().roles()).containsExactly(Role.OPERATOR);
		assertThat(this.people.find(local.id()).orElseThrow().external()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "iss, https://elsewhere.example.org", "nonce, of-another-sign-in", "aud, another-console" })
	void aTokenMeantForSomethingElseIsRefused(String claim, String value) {
		PROVIDER.says(this.subject, Map.of(claim, value));
		refused(browser());
	}

	@Test
	void aTokenThatSomebodyElseSignedIsRefused() {
		PROVIDER.somebodyElseSays(this.subject, Map.of());
		refused(browser());
	}

	@Test
	@SuppressWarnings("JavaUtilDate")
	void anExpiredTokenIsRefused() {
		Instant now = Instant.now();
		PROVIDER.says(this.subject, Map.of("iat", Date.from(now.minus(Duration.ofMinutes(15))), "exp",
				Date.from(now.minus(Duration.ofMinutes(10)))));
		refused(browser());
	}

	@Test
	void anAnswerToASignInThatThisBrowserDidNotBeginIsRefused() {
		PROVIDER.says(this.subject, Map.of());
		String answer = answer(browser(), START);
		HttpBrowser victim = browser();
		victim.get("login");
		assertThat(HttpBrowser.location(victim.get(answer))).endsWith("/login?organisation");
		assertThat(this.people.external(PROVIDER.issuer(), this.subject)).isEmpty();
	}

	@Test
	void aDisabledPersonIsRefused() {
		PROVIDER.says(this.subject, Map.of("groups", List.of("oncall")));
		HttpBrowser browser = browser();
		letIn(browser);
		this.people.enabled(person().id(), false);
		HttpBrowser again = browser();
		assertThat(HttpBrowser.location(again.get(answer(again, START)))).endsWith("/login?organisation");
		assertThat(again.get("runbooks").statusCode()).isEqualTo(302);
		assertThat(this.people.find(person().id())).map(Person::enabled).contains(false);
	}

	@Test
	void onlyAFreshSignInAtTheProviderIsAStepUp() {
		HttpBrowser browser = browser();
		PROVIDER.says(this.subject, Map.of("auth_time", secondsAgo(Duration.ofHours(2))));
		letIn(browser);
		assertThat(steppedUp()).isFalse();
		PROVIDER.says(this.subject, Map.of());
		assertThat(HttpBrowser.location(browser.get(answer(browser, START + "?again")))).doesNotContain("login");
		assertThat(steppedUp()).as("without auth_time").isFalse();
		PROVIDER.says(this.subject, Map.of("auth_time", secondsAgo(Duration.ofSeconds(2))));
		assertThat(HttpBrowser.location(browser.get(answer(browser, START + "?again")))).doesNotContain("login");
		assertThat(steppedUp()).isTrue();
	}

	@Test
	void anAuthTimeInTheFutureIsRememberedNoLongerThanOneOfNow() {
		PROVIDER.says(this.subject, Map.of("auth_time", secondsAgo(Duration.ofDays(-1))));
		letIn(browser());
		assertThat(session().steppedUp()).isBeforeOrEqualTo(Instant.now());
	}

	@Test
	void theProviderIsToAskAgainOnlyWhenTheAddressSaysSo() {
		Map<String, String> usual = asked(START);
		assertThat(usual).doesNotContainKeys("prompt", "max_age");
		assertThat(usual).containsKeys("nonce", "state").containsEntry("code_challenge_method", "S256");
		assertThat(usual.get("redirect_uri")).endsWith("/login/oauth2/code/watchfloor");
		assertThat(asked(START + "?again")).containsEntry("prompt", "login").containsEntry("max_age", "0");
	}

	private Map<String, String> asked(String start) {
		return HttpBrowser.query(URI.create(HttpBrowser.location(browser().get(start))));
	}

	private HttpBrowser browser() {
		return new HttpBrowser(this.port);
	}

	/** Where the provider sends the browser with its answer. */
	private static String answer(HttpBrowser browser, String start) {
		HttpResponse<String> away = browser.get(start);
		assertThat(HttpBrowser.location(away)).startsWith(PROVIDER.issuer() + "/authorize");
		return HttpBrowser.location(browser.get(HttpBrowser.location(away)));
	}

	private static void letIn(HttpBrowser browser) {
		HttpResponse<String> back = browser.get(answer(browser, START));
		assertThat(back.statusCode()).isEqualTo(302);
		assertThat(HttpBrowser.location(back)).doesNotContain("login");
	}

	private void refused(HttpBrowser browser) {
		assertThat(HttpBrowser.location(browser.get(answer(browser, START)))).endsWith("/login?organisation");
		assertThat(this.people.external(PROVIDER.issuer(), this.subject)).isEmpty();
		assertThat(browser.get("runbooks").statusCode()).isEqualTo(302);
	}

	private Person person() {
		Optional<Person> found = this.people.external(PROVIDER.issuer(), this.subject);
		assertThat(found).isPresent();
		return found.get();
	}

	private SignedInSession session() {
		List<SignedInSession> open = this.sessions.open(person().id(), Instant.EPOCH);
		assertThat(open).as("one browser, one session").hasSize(1);
		return open.getFirst();
	}

	private boolean steppedUp() {
		TestingAuthenticationToken token = new TestingAuthenticationToken("somebody", null);
		token.setDetails(session().id());
		SecurityContextHolder.getContext().setAuthentication(token);
		return this.authority.steppedUp();
	}

	private static long secondsAgo(Duration ago) {
		return Instant.now().minus(ago).getEpochSecond();
	}

}
