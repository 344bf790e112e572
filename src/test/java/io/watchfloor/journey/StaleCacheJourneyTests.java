package io.watchfloor.journey;

import java.nio.file.Path;

import com.microsoft.playwright.options.ColorScheme;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The first customer's first playbook, walked for real and without a mouse. */
class StaleCacheJourneyTests {

	@Test
	void staleKeysAreFoundDeletedVerifiedAndRecordedByKeyboardAlone(@TempDir Path data) throws Exception {
		RealServers.chromium();
		try (Console console = Console.start(data); Person ada = new Person(ColorScheme.DARK)) {
			signIn(ada, console);
			inject(ada);
			startPlaybook(ada);
			decide(ada);
			previewAndConfirm(ada);
			finish(ada);
			readAudit(ada);
			assertThat(ada.complaints()).isEmpty();
			assertThat(ada.barriers()).isEmpty();
		}
	}

	private static void signIn(Person ada, Console console) {
		ada.open(console.link());
		ada.hasTheCursorIn("Name");
		ada.looksForBarriers("sign-in link");
		ada.types("ada");
		ada.presses("Tab");
		ada.types("correct horse battery");
		ada.presses("Enter");
		ada.reads("Customer Success MCP");
		ada.looksForBarriers("runbooks");
	}

	private static void inject(Person ada) {
		palette(ada, "inject keys stale customer", "Inject: Redis keys stale");
		ada.settlesOn(ada.part("vaadin-confirm-dialog vaadin-button[slot=confirm-button]"));
		ada.presses("Enter");
		ada.reads("Sandbox: 1 fault injected");
		ada.looksForBarriers("sandbox");
	}

	private static void startPlaybook(Person ada) {
		palette(ada, "stale or failing", "Stale or failing Redis cache");
		ada.reads("What Watchfloor understood");
		ada.looksForBarriers("runbook");
		ada.presses("Control+Enter");
		ada.reads("Nothing changes by starting.");
		ada.settlesOn(ada.page().locator("vaadin-dialog vaadin-button[theme~=primary]"));
		ada.presses("Enter");
	}

	private static void decide(Person ada) {
		ada.reads("hit rate");
		ada.reads("What is the cause?");
		ada.settlesOn(ada.part("vaadin-radio-button input").first());
		ada.presses("Space", "Control+Enter");
	}

	private static void previewAndConfirm(Person ada) {
		ada.hasTheCursorIn("Reason (goes to the audit log and the timeline)");
		assertThat(ada.part(".run-plan")).containsText("4,000");
		ada.looksForBarriers("confirmation");
		ada.types("scores are three days old");
		ada.presses("Tab");
		ada.types("cache");
		confirmWithoutANetwork(ada);
		ada.presses("Tab");
		ada.types("cache");
		ada.presses("Control+Enter");
		ada.reads("Deleted 4,000 keys.");
		ada.reads("Verified: 0 keys match health_score:*");
	}

	/** What is clicked on a page that is cut off never arrives, not even later. */
	private static void confirmWithoutANetwork(Person ada) {
		ada.losesTheNetwork();
		ada.presses("Control+Enter");
		ada.reads("nothing you click is sent");
		ada.presses("Control+Enter");
		ada.isBackAndReloads();
		ada.hasTheCursorIn("Reason (goes to the audit log and the timeline)");
		assertThat(ada.page().getByLabel("Reason (goes to the audit log and the timeline)"))
			.hasValue("scores are three days old");
		assertThat(ada.part(".run-timeline").getByText("Confirmed")).hasCount(0);
	}

	private static void finish(Person ada) {
		ada.reads("Step 10 of 11");
		ada.hasTheCursorIn("Note, or a link to what was seen (optional, goes to the timeline)");
		ada.types("compared one customer");
		ada.presses("Control+Enter");
		ada.reads("Step 11 of 11");
		ada.hasTheCursorIn("Note, or a link to what was seen (optional, goes to the timeline)");
		ada.presses("Control+Enter");
		ada.hasTheCursorIn("Closing note (optional)");
		ada.presses("Control+Enter");
		ada.reads("The run is over");
	}

	private static void readAudit(Person ada) {
		palette(ada, "audit", "Audit");
		ada.reads("step.intended");
		ada.reads("scores are three days old");
		ada.reads("step.outcome");
		ada.reads("step.verified");
		ada.looksForBarriers("audit");
	}

	private static void palette(Person ada, String typed, String expected) {
		ada.presses("Control+k");
		ada.settlesOn(ada.part(".wf-palette input"));
		ada.types(typed);
		assertThat(ada.part(".wf-palette-list [aria-selected=true]")).containsText(expected);
		ada.presses("Enter");
		assertThat(ada.part("vaadin-dialog[opened]")).hasCount(0);
	}

}
