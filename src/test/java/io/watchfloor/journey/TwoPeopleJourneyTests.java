package io.watchfloor.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.watchfloor.testing.RealServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator and an operator, each at a browser of their own, at the same console.
 */
class TwoPeopleJourneyTests {

	private static final String PASSWORD = "correct horse battery";

	@Test
	void oneInvitesTheOtherTheyWalkTogetherAndASessionEndsBeforeItsPersonsEyes(@TempDir Path data) throws Exception {
		RealServers.chromium();
		try (Console console = Console.start(data, "--watchfloor.security.step-up=1s");
				Person bob = new Person(ColorScheme.LIGHT)) {
			try (Person ada = new Person(ColorScheme.LIGHT)) {
				choosesAPassword(ada, console.link(), "ada");
				choosesAPassword(bob, adaInvitesBobWithHerPasswordAgain(ada), null);
				theyWalkTogether(ada, bob);
			}
			try (Person carol = new Person(ColorScheme.LIGHT)) {
				choosesAPassword(carol, linkFromTheServer(console), "carol");
				carolEndsBobsSession(carol, bob);
				theLogTellsOfTheBrokenGlass(carol);
			}
			assertThat(bob.complaints()).isEmpty();
		}
	}

	private static void choosesAPassword(Person person, String link, @Nullable String name) {
		person.open(link);
		if (name != null) {
			person.hasTheCursorIn("Name");
			person.types(name);
			person.presses("Tab");
		}
		else {
			person.hasTheCursorIn("Password");
		}
		person.types(PASSWORD);
		person.presses("Enter");
		person.reads("Customer Success MCP");
	}

	private static String adaInvitesBobWithHerPasswordAgain(Person ada) {
		goTo(ada, "access", "Access");
		button(ada, "Invite a person").click();
		ada.page().getByLabel("Name to sign in with").fill("bob");
		ada.page().getByLabel(Pattern.compile("^Operator")).check();
		button(ada, "Make a link").click();
		ada.reads("Enter your password to invite bob.");
		ada.settlesOn(passwordAgain(ada));
		ada.looksForBarriers("password again");
		ada.types("not my password");
		ada.presses("Enter");
		ada.reads("This is not your password.");
		passwordAgain(ada).fill(PASSWORD);
		ada.presses("Enter");
		ada.reads("Link for bob");
		String link = ada.part("vaadin-dialog .wf-code").first().innerText();
		button(ada, "Close").click();
		assertThat(ada.barriers()).isEmpty();
		return link;
	}

	private static Locator passwordAgain(Person person) {
		return person.part("vaadin-dialog vaadin-password-field input");
	}

	private static void theyWalkTogether(Person ada, Person bob) {
		goTo(bob, "stale or failing", "Stale or failing Redis cache");
		button(bob, "Run…").click();
		bob.reads("Nothing changes by starting.");
		button(bob, "Start").click();
		bob.reads("What is the cause?");
		ada.open(bob.page().url());
		ada.reads("What is the cause?");
		notes(bob, "bob was here");
		ada.reads("bob was here");
		notes(ada, "and ada saw it");
		bob.reads("and ada saw it");
	}

	private static void notes(Person person, String text) {
		button(person, "Note…").click();
		person.hasTheCursorIn("What happened or was seen");
		person.types(text);
		person.presses("Control+Enter");
	}

	/** What somebody types on the server when nobody can sign in. */
	private static String linkFromTheServer(Console console) throws Exception {
		Process launcher = new ProcessBuilder("./watchfloor", "sign-in-link", "--data", console.data().toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(said).startsWith("Sign in once: http://localhost:");
		assertThat(console.data().resolve("sign-in-link")).as("nothing that opens the console stays behind")
			.doesNotExist();
		return said.replace("Sign in once: ", "").strip();
	}

	private static void carolEndsBobsSession(Person carol, Person bob) {
		goTo(carol, "access", "Access");
		button(carol, "End the session of bob").click();
		bob.reads("Your session was ended.");
		assertThat(bob.page().getByLabel("Name").first()).isVisible();
		bob.page().goBack();
		assertThat(bob.page().getByLabel("Password").first()).isVisible();
	}

	private static void theLogTellsOfTheBrokenGlass(Person carol) {
		goTo(carol, "audit", "Audit");
		carol.reads("session.revoked");
		carol.reads("break-glass.used");
		carol.reads("break-glass.link-created");
	}

	private static Locator button(Person person, String name) {
		return person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
	}

	private static void goTo(Person person, String typed, String expected) {
		person.presses("Control+k");
		person.settlesOn(person.part(".wf-palette input"));
		person.types(typed);
		assertThat(person.part(".wf-palette-list [aria-selected=true]")).containsText(expected);
		person.presses("Enter");
		assertThat(person.part("vaadin-dialog[opened]")).hasCount(0);
	}

}
