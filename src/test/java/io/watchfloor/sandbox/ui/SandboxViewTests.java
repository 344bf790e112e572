package io.watchfloor.sandbox.ui;

import java.nio.charset.StandardCharsets;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxFixture;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.PaletteSource;
import io.watchfloor.ui.PaletteSource.PaletteItem;
import io.watchfloor.ui.StatusItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringJUnitConfig(SandboxViewTests.Page.class)
@ViewPackages(packages = "io.watchfloor.sandbox.ui")
@WithMockUser("Ada")
class SandboxViewTests extends SpringBrowserlessTest {

	private static final String STALE = "Redis keys stale (Customer Success MCP)";

	private final SandboxFixture fixture = SandboxFixture.healthy();

	@Autowired
	PaletteSource palette;

	@Autowired
	StatusItem status;

	@Test
	void showsTheTargetsAndTheFaultsOfBothSystems() {
		assertThat(view()).contains("Customer Success MCP", "OrderDesk MCP", "jdbc:postgresql://127.0.0.1:", "running",
				"Redis keys stale", "Cure: ");
		assertThat(find(Button.class).withText("Inject").all()).hasSize(2 * FaultKind.values().length);
	}

	@Test
	void aFaultLeadsToAPlaybookThatTheCatalogShips() {
		view();
		assertThat(find(Anchor.class).withText("Stale or failing Redis cache").all()).extracting(Anchor::getHref)
			.containsOnly("runbooks/customer-success-mcp/cache.md/stale-or-failing-redis-cache");
		assertThat(find(Anchor.class).withText("P0: the service is down").single().getHref())
			.isEqualTo("runbooks/orderdesk-mcp/incidents.md/p0-the-service-is-down");
	}

	@ParameterizedTest
	@EnumSource(FaultKind.class)
	void everyPlaybookIsAHeadingOfTheShippedRunbook(FaultKind fault) {
		this.fixture.sandbox.systems()
			.forEach((system) -> Playbooks.against(fault, system.id())
				.ifPresent((playbook) -> assertThat(
						new ClassPathResource("catalog/" + system.id() + "/runbooks/" + playbook.file()))
					.satisfies((file) -> assertThat(file.getContentAsString(StandardCharsets.UTF_8).lines())
						.contains("## " + playbook.title()))));
	}

	@Test
	void aFaultIsInjectedAndClearedWithItsButton() {
		view();
		test(button("Inject: " + STALE)).click();
		await().atMost(10, SECONDS).until(() -> this.fixture.sandbox.injected() == 1);
		assertThat(this.status.text()).isEqualTo("Sandbox: 1 fault injected");
		awaitText("running with faults: 1");
		test(button("Clear: " + STALE)).click();
		await().atMost(10, SECONDS).until(() -> this.fixture.sandbox.injected() == 0);
		awaitText("Customer Success MCP✓running");
		assertThat(this.status.text()).isEmpty();
	}

	@Test
	void thePaletteAsksBeforeItInjectsAndThenDoes() {
		PaletteItem item = this.palette.find("stale customer").getFirst();
		assertThat(item.label()).isEqualTo("Inject: " + STALE);
		Location location = new Location(item.location());
		UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
		assertThat(getCurrentView()).isInstanceOf(SandboxView.class);
		ConfirmDialog question = find(ConfirmDialog.class).single();
		assertThat(this.fixture.sandbox.injected()).isZero();
		test(question).confirm();
		await().atMost(10, SECONDS).until(() -> this.fixture.sandbox.injected() == 1);
	}

	@Test
	void whoMayNotUseItSeesItButCannotPress() {
		this.fixture.permissions.remove(Permission.USE_SANDBOX);
		view();
		assertThat(button("Inject: " + STALE).isEnabled()).isFalse();
		assertThat(this.palette.find("stale")).isEmpty();
	}

	private String view() {
		return navigate("sandbox", SandboxView.class).getElement().getTextRecursively();
	}

	/** What another thread changed reaches the page when the session is unlocked. */
	private void awaitText(String text) {
		await().atMost(10, SECONDS).pollInSameThread().untilAsserted(() -> {
			VaadinSession.getCurrent().unlock();
			VaadinSession.getCurrent().lock();
			assertThat(((SandboxView) getCurrentView()).getElement().getTextRecursively()).contains(text);
		});
	}

	private Button button(String label) {
		return find(Button.class).all()
			.stream()
			.filter((button) -> button.getAriaLabel().filter(label::equals).isPresent())
			.findFirst()
			.orElseThrow();
	}

	@Configuration
	@Import({ VaadinScopesConfig.class, SandboxNavigation.class })
	@ComponentScan(basePackages = "io.watchfloor.ui",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(StoreBanner|Tests).*"))
	static class Page {

		@Bean
		AuthenticationContext authenticationContext() {
			return new AuthenticationContext();
		}

		@Bean
		Sandbox sandbox() {
			return SandboxFixture.healthy().sandbox;
		}

	}

}
