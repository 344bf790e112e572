package io.watchfloor.security.ui;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import io.watchfloor.security.Person;
import io.watchfloor.security.Role;
import io.watchfloor.testing.HttpBrowser;
import io.watchfloor.testing.ServerTest;
import io.watchfloor.testing.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

@ServerTest
@TestPropertySource(properties = { "WATCHFLOOR_FORWARD_HEADERS=native", "vaadin.productionMode=true" })
class WebSecurityTests {

	private static final List<String> OPEN_ROUTES = List.of("login", "login/link");

	@Autowired
	ServletContext servlets;

	@Autowired
	ApplicationContext context;

	@LocalServerPort
	int port;

	@Test
	void aPageRunsOnlyScriptsMarkedAsItsOwn() {
		HttpResponse<String> page = stranger().get("login");
		Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(directive(page, "script-src"));
		assertThat(nonce.find()).isTrue();
		assertThat(directive(page, "script-src")).doesNotContain("unsafe-inline");
		assertThat(page.body()).contains("<script");
		assertThat(Pattern.compile("<script(?![^>]*nonce=\"" + Pattern.quote(nonce.group(1)) + "\")[^>]*>")
			.matcher(page.body())
			.results()).isEmpty();
		assertThat(stranger().get("login").body()).doesNotContain(nonce.group(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "login", "actuator/health", "themes/watchfloor.css", "schemas/system.schema.json",
			"no/such/page" })
	void everyAnswerTellsBrowsersToBeStrict(String address) {
		HttpResponse<String> answer = stranger().get(address);
		assertThat(directive(answer, "default-src")).isEqualTo("'none'");
		assertThat(directive(answer, "frame-ancestors")).isEqualTo("'none'");
		assertThat(directive(answer, "script-src")).doesNotContain("unsafe-inline");
		assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
		assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
	}

	@Test
	void theSessionsCookieIsOutOfReachOfScriptsAndOfOtherSites() {
		HttpResponse<String> page = stranger().get("login");
		assertThat(sessionCookie(page)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
		assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void behindTlsTheCookieIsSecureAndBrowsersAreToStayThere() {
		HttpResponse<String> page = stranger().get("login", "X-Forwarded-Proto", "https");
		assertThat(sessionCookie(page)).contains("HttpOnly", "SameSite=Lax", "Secure");
		assertThat(page.headers().firstValue("Strict-Transport-Security"))
			.hasValueSatisfying((value) -> assertThat(value).contains("max-age=31536000"));
	}

	@Test
	void aFormWithoutThePagesTokenIsRefused() {
		HttpBrowser browser = signedIn(Role.VIEWER);
		assertThat(browser.post("logout", Map.of()).statusCode()).isEqualTo(403);
		assertThat(browser.get("runbooks").statusCode()).isEqualTo(200);
	}

	@Test
	void aSignInThatAnotherSitesPageSendsIsRefused() {
		HttpBrowser victim = stranger();
		Map<String, String> form = Map.of("username", person(Role.VIEWER).name(), "password", SignedIn.PASSWORD);
		assertThat(victim.post("login", form, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
		assertThat(leadsToSignIn(victim.get("runbooks"))).isTrue();
	}

	@Test
	void thereIsNoWayToAnOrganisationThatIsNotConfigured() {
		assertThat(leadsToSignIn(stranger().get("oauth2/authorization/watchfloor"))).isTrue();
	}

	@Test
	void everyPageButTheSignInLeadsAStrangerToTheSignIn() {
		assertThat(routes()).contains("", "access", "access/me", "audit", "runs", "runs/x")
			.allSatisfy((route) -> assertThat(leadsToSignIn(stranger().get(route))).as(route).isTrue());
	}

	@Test
	void theSignInPagesAreOpen() {
		assertThat(OPEN_ROUTES)
			.allSatisfy((route) -> assertThat(stranger().get(route).statusCode()).as(route).isEqualTo(200));
	}

	@Test
	void everyPageOpensForWhoIsSignedIn() {
		HttpBrowser browser = signedIn(Role.values());
		assertThat(routes())
			.allSatisfy((route) -> assertThat(browser.get(route).statusCode()).as(route).isEqualTo(200));
	}

	@Test
	void signingInMakesANewSession() {
		HttpBrowser browser = stranger();
		String before = sessionCookie(browser.get("login"));
		String after = sessionCookie(browser.signIn(person(Role.VIEWER).name(), SignedIn.PASSWORD));
		assertThat(after.substring(0, after.indexOf(';'))).isNotEqualTo(before.substring(0, before.indexOf(';')));
	}

	@Test
	void signingOutEndsTheSession() {
		HttpBrowser browser = signedIn(Role.VIEWER);
		String token = HttpBrowser.token(browser.get("runbooks"));
		assertThat(browser.post("logout", Map.of("_csrf", token)).statusCode()).isEqualTo(302);
		assertThat(leadsToSignIn(browser.get("runbooks"))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "actuator/health", "actuator/health/liveness", "actuator/health/readiness" })
	void theHealthCheckIsOpenAndTellsNothingMore(String address) {
		HttpResponse<String> health = stranger().get(address, "Accept", "application/json");
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).startsWith("{").contains("\"status\":\"UP\"").doesNotContain("components", "details");
	}

	@ParameterizedTest
	@ValueSource(strings = { "actuator", "actuator/env", "actuator/heapdump", "actuator/loggers", "actuator/metrics",
			"actuator/info", "actuator/healthy" })
	void nothingElseOfTheActuatorIsThere(String address) {
		assertThat(leadsToSignIn(stranger().get(address))).isTrue();
		assertThat(signedIn(Role.values()).get(address).statusCode()).isIn(403, 404);
	}

	@Test
	void theSchemaAndStyleSheetsAreOpen() {
		assertThat(stranger().get("schemas/system.schema.json").body()).startsWith("{").contains("\"$schema\"");
		HttpResponse<String> style = stranger().get("themes/watchfloor.css");
		assertThat(style.statusCode()).isEqualTo(200);
		assertThat(style.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/css"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no/such/page", "runbooks/a/b/c/d", "access/nobody" })
	void anUnknownAddressIsNoBareRefusal(String address) {
		assertThat(leadsToSignIn(stranger().get("no/such/page"))).isTrue();
		HttpResponse<String> page = signedIn(Role.VIEWER).get(address);
		assertThat(page.statusCode()).as(page.body()).isIn(200, 404);
		assertThat(page.body()).contains("<html");
	}

	/**
	 * All addresses that need a sign-in, with something made up where they take
	 * parameters.
	 */
	private Set<String> routes() {
		ApplicationRouteRegistry registry = ApplicationRouteRegistry
			.getInstance(new VaadinServletContext(this.servlets));
		Set<String> routes = RouteConfiguration.forRegistry(registry)
			.getAvailableRoutes()
			.stream()
			.flatMap((route) -> Stream.concat(Stream.of(route.getTemplate()),
					route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
			.map((template) -> template.replaceAll(":[a-z]+(\\([^)]*\\))?[?*]?", "x"))
			.collect(Collectors.toSet());
		OPEN_ROUTES.forEach((open) -> assertThat(routes.remove(open)).as(open).isTrue());
		return routes;
	}

	private HttpBrowser stranger() {
		return new HttpBrowser(this.port);
	}

	private HttpBrowser signedIn(Role... roles) {
		HttpBrowser browser = stranger();
		HttpResponse<String> answer = browser.signIn(person(roles).name(), SignedIn.PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(HttpBrowser.location(answer)).doesNotContain("login");
		return browser;
	}

	private Person person(Role... roles) {
		return SignedIn.withPassword(this.context, roles);
	}

	private static boolean leadsToSignIn(HttpResponse<String> answer) {
		return answer.statusCode() == 302 && HttpBrowser.location(answer).endsWith("/login");
	}

	private static String sessionCookie(HttpResponse<String> answer) {
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("watchfloor-session="))
			.findFirst()
			.orElseThrow();
	}

	private static String directive(HttpResponse<String> answer, String name) {
		return Stream.of(answer.headers().firstValue("Content-Security-Policy").orElseThrow().split("; "))
			.filter((directive) -> directive.startsWith(name + " "))
			.map((directive) -> directive.substring(name.length() + 1))
			.findFirst()
			.orElse("");
	}

}
