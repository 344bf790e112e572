package io.watchfloor.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.watchfloor.testing.RealServers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody at a keyboard: types, presses keys, and reads. */
final class Person implements AutoCloseable {

	private static final double PATIENCE = 60_000;

	private static final double SETTLING = 800;

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser = this.playwright.chromium()
		.launch(new BrowserType.LaunchOptions().setExecutablePath(RealServers.chromium())
			.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync")));

	private final Page page;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private final List<String> barriers = new ArrayList<>();

	private volatile boolean offline;

	Person(ColorScheme scheme) {
		this.page = this.browser
			.newPage(new Browser.NewPageOptions().setColorScheme(scheme).setViewportSize(1440, 900));
		this.page.setDefaultTimeout(PATIENCE);
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		this.page.onConsoleMessage(this::listen);
		this.page.onPageError(this.complaints::add);
	}

	private void listen(ConsoleMessage message) {
		if (message.type().equals("error") && !this.offline) {
			this.complaints.add(message.text());
		}
	}

	void open(String url) {
		this.page.navigate(url);
	}

	/** The network is gone; what the browser says of that is no complaint. */
	void losesTheNetwork() {
		this.offline = true;
		this.page.context().setOffline(true);
	}

	/** The network is there again, and the page is loaded anew. */
	void isBackAndReloads() {
		this.page.context().setOffline(false);
		reads("What was clicked meanwhile was not sent.");
		part("wf-reach vaadin-button").focus();
		presses("Enter");
		assertThat(part("wf-reach vaadin-button")).hasCount(0);
		this.offline = false;
	}

	void types(String text) {
		this.page.keyboard().type(text);
	}

	void presses(String... keys) {
		for (String key : keys) {
			this.page.keyboard().press(key);
		}
	}

	/** Waits until a text can be read, anywhere or in a part of the page. */
	void reads(String text) {
		assertThat(this.page.getByText(text).first()).isVisible();
	}

	Locator part(String selector) {
		return this.page.locator(selector);
	}

	/**
	 * Waits until the cursor stands somewhere and stays there: a dialog that closes gives
	 * the focus back a moment later.
	 */
	void settlesOn(Locator place) {
		assertThat(place).isFocused();
		this.page.waitForTimeout(SETTLING);
		assertThat(place).isFocused();
	}

	/** Waits until the cursor stands in what is called so. */
	void hasTheCursorIn(String label) {
		settlesOn(this.page.getByLabel(label).first());
	}

	/**
	 * What the browser itself complained about: scripts, blocked content, missing files.
	 */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/** Looks for what would keep somebody from using this page. */
	void looksForBarriers(String where) {
		// The indicator is Vaadin's own and stands outside of every landmark
		new AxeBuilder(this.page).exclude("vaadin-connection-indicator")
			.analyze()
			.getViolations()
			.stream()
			.map((rule) -> where + ": " + rule.getId() + " "
					+ rule.getNodes().stream().map((node) -> node.getHtml()).limit(3).toList())
			.forEach(this.barriers::add);
	}

	/** What was found. */
	List<String> barriers() {
		return List.copyOf(this.barriers);
	}

	Page page() {
		return this.page;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
