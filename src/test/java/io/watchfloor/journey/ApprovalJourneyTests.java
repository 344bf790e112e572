package io.watchfloor.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.watchfloor.testing.RealServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One asks at a desk, the other answers on a phone; and once nobody answers, and a
 * manager reads of it.
 */
class ApprovalJourneyTests {

	private static final String PASSWORD = "correct horse battery";

	private static final String BOOK = """
			# Till

			## Carts are stale

			1. Empty the cache:

			   ```bash
			   redis-cli -u $REDIS_URL FLUSHDB
			   ```

			2. Empty the cache again:

			   ```bash
			   redis-cli -u $REDIS_URL FLUSHDB
			   ```
			""";

	@Test
	void aPlanIsRefusedAskedForAgainApprovedOnAPhoneAndOnceGoneOnWithAlone(@TempDir Path folder) throws Exception {
		RealServers.chromium();
		RedisServer redis = RedisServer.newRedisServer().port(freePort()).bind("127.0.0.1").build();
		redis.start();
		try (Console console = Console.start(folder, "--watchfloor.catalog.folder=" + catalog(folder, redis));
				Person ada = new Person(ColorScheme.LIGHT);
				Person ann = new Person(ColorScheme.LIGHT);
				Person bob = new Person(ColorScheme.DARK)) {
			choosesAPassword(ada, console.link(), "ada");
			choosesAPassword(ann, invited(ada, "ann", "Approver"), null);
			choosesAPassword(bob, invited(ada, "bob", "Manager"), null);
			ann.page().setViewportSize(390, 844);
			start(ada);
			asks(ada, "half of the carts are a day old");
			annRefuses(ann);
			ada.reads("ann did not approve: wait for the end of the sale");
			asks(ada, "the sale is over");
			annApproves(ann);
			ada.reads("Step 2 of 2");
			asks(ada, "they are stale again");
			goesOnAlone(ada);
			bobReviews(bob);
			assertThat(ann.barriers()).isEmpty();
			assertThat(bob.barriers()).isEmpty();
			assertThat(ann.complaints()).isEmpty();
		}
		finally {
			redis.stop();
		}
	}

	private static Path catalog(Path folder, RedisServer redis) throws IOException {
		Path till = folder.resolve("catalog").resolve("till");
		Files.createDirectories(till.resolve("runbooks"));
		Files.writeString(till.resolve("system.yaml"), """
				name: Till
				owner: Till team
				environments:
				  - name: production
				    targets:
				      - name: carts
				        kind: redis
				        settings:
				          url: redis://localhost:%d
				        writtenAs: [REDIS_URL]
				    approval: { expires: 30m, aloneAfter: 25s }
				""".formatted(redis.ports().getFirst()));
		Files.writeString(till.resolve("runbooks").resolve("till.md"), BOOK);
		return till.getParent();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
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
		person.reads("Till");
	}

	private static String invited(Person ada, String name, String role) {
		ada.open(address(ada) + "/access");
		button(ada, "Invite a person").click();
		ada.page().getByLabel("Name to sign in with").fill(name);
		ada.page().getByLabel(Pattern.compile("^" + role)).check();
		button(ada, "Make a link").click();
		ada.reads("Link for " + name);
		String link = ada.part("vaadin-dialog .wf-code").first().innerText();
		button(ada, "Close").click();
		return link;
	}

	private static void start(Person ada) {
		ada.open(address(ada) + "/runbooks/till/till.md/carts-are-stale");
		button(ada, "Run…").click();
		ada.reads("Nothing changes by starting.");
		button(ada, "Start").click();
	}

	private static void asks(Person ada, String why) {
		ada.reads("a sign-in no older than ten minutes, and a second person who approves");
		ada.page().getByLabel("Reason (goes to the audit log and the timeline)").fill(why);
		ada.page().getByLabel("Type the target's name: carts").fill("carts");
		button(ada, Pattern.compile("^Ask for approval")).click();
		ada.reads("You ask a second person to approve this plan: " + why);
		assertThat(button(ada, Pattern.compile("^Approve"))).hasCount(0);
	}

	private static void annRefuses(Person ann) {
		ann.open(address(ann) + "/approvals");
		ann.reads("ada asks to do this: half of the carts are a day old");
		ann.reads("1 waits for your approval");
		ann.looksForBarriers("approvals on a phone");
		button(ann, "Refuse…").click();
		ann.hasTheCursorIn("Why (goes to whoever asked)");
		ann.types("wait for the end of the sale");
		ann.presses("Control+Enter");
		ann.reads("Nothing waits for approval");
	}

	/** Without a reload: the page is live. */
	private static void annApproves(Person ann) {
		ann.reads("ada asks to do this: the sale is over");
		Locator approve = button(ann, Pattern.compile("^Approve plan"));
		approve.scrollIntoViewIfNeeded();
		assertThat(approve.boundingBox().width).isGreaterThan(100);
		approve.click();
		ann.reads("Nothing waits for approval");
	}

	private static void goesOnAlone(Person ada) {
		button(ada, "Go on alone…").click();
		ada.hasTheCursorIn("Why it cannot wait");
		ada.types("nobody is there");
		ada.page().getByLabel("Type the target's name: carts").last().fill("carts");
		button(ada, Pattern.compile("^Go on alone$")).click();
		ada.reads("ada went on alone with Empty the cache again, without a second person: nobody is there");
	}

	private static void bobReviews(Person bob) {
		bob.reads("1 step was done without the second person that the policy wants.");
		bob.open(address(bob) + "/approvals");
		bob.reads("Done alone, to review");
		bob.looksForBarriers("approvals to review");
		button(bob, "Review…").click();
		bob.hasTheCursorIn("What you make of it (goes to the audit log and the timeline)");
		bob.types("rightly so");
		bob.presses("Control+Enter");
		bob.reads("reviewed by bob: rightly so");
	}

	private static String address(Person person) {
		String url = person.page().url();
		return url.substring(0, url.indexOf('/', "http://".length()));
	}

	private static Locator button(Person person, String name) {
		return person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
	}

	private static Locator button(Person person, Pattern name) {
		return person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
	}

}
