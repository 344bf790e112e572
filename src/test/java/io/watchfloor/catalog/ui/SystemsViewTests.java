package io.watchfloor.catalog.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.security.AuthenticationContext;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.ui.SystemPanel;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Friction;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Systems;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.catalog.connection.Connections;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.PaletteSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@SpringJUnitConfig(SystemsViewTests.Shell.class)
@ViewPackages(packages = { "io.watchfloor.catalog.ui", "io.watchfloor.ui" })
@WithMockUser("Ada")
class SystemsViewTests extends SpringBrowserlessTest {

	@Autowired
	ListedCatalog catalog;

	@Autowired
	Visitor visitor;

	@Autowired
	CatalogChanges changes;

	@Autowired
	Systems systems;

	@Autowired
	PaletteSource systemsPalette;

	@BeforeEach
	void fill() {
		this.visitor.permitted = true;
		this.catalog.systems.clear();
		this.catalog.systems.add(shop());
		this.catalog.errors.clear();
	}

	@Test
	void theListSaysHowCompletelyASystemIsDescribed() {
		SystemsView view = navigate(SystemsView.class);

		assertThat(text(view)).contains("Shop", "Shop team", "production", "1 contact without a way to reach them",
				"no recovery targets");
		assertThat(find(Anchor.class, view).single().getHref()).isEqualTo("systems/shop");
	}

	@Test
	void errorsOfTheFilesStandOnTop() {
		this.catalog.errors.add(
				new CatalogError("shop/system.yaml", 3, 7, "unknown key 'ownr'", "'owner'?", CatalogError.Level.ERROR));

		String text = text(navigate(SystemsView.class));

		assertThat(text).contains("shop/system.yaml:3:7", "unknown key 'ownr'", "'owner'?");
		assertThat(text.indexOf("shop/system.yaml:3:7")).isLessThan(text.indexOf("Shop team"));
	}

	@Test
	void thePageFollowsTheCatalog() {
		SystemsView view = navigate(SystemsView.class);
		this.catalog.systems.clear();

		this.changes.on(new CatalogChanged());
		roundTrip();

		assertThat(find(EmptyState.class, view).single().getElement().getTextRecursively()).contains("No system yet");
	}

	@Test
	void oneSystemShowsWhereSecretsComeFromAndNeverAValue() {
		SystemView view = navigate("systems/shop", SystemView.class);

		assertThat(find(H1.class, view).single().getText()).isEqualTo("Shop");
		assertThat(text(view)).contains("postgresql://db:5432/shop (user shop)", "password from env:SHOP_PASSWORD",
				"$DATABASE_URL", "Not filled in", "A panel of shop");
	}

	@Test
	void thePolicyIsALadderThatShowsWhatDiffers() {
		String text = text(navigate("systems/shop", SystemView.class));

		assertThat(text).contains("Readnothing: it is read when the walk comes to it",
				"Reversibleconfirm, give a reasonstricter than usual",
				"confirm, give a reason, type the target's name, give the password again, have a second person approve");
	}

	@Test
	void aTargetIsTriedOutAndTheStageThatFailsIsShown() {
		SystemView view = navigate("systems/shop", SystemView.class);

		test(find(TestButton.class, view).single()).click();

		ConnectionDialog dialog = find(ConnectionDialog.class).single();
		Awaitility.await().pollInSameThread().untilAsserted(() -> {
			VaadinSession.getCurrent().unlock();
			VaadinSession.getCurrent().lock();
			assertThat(text(dialog)).contains("Sign-in", "works", "shop on it", "Permission", "not tried");
		});
	}

	@Test
	void whoMayNotTestIsToldWhy() {
		this.visitor.permitted = true;
		this.visitor.refused = Permission.TEST_CONNECTIONS;

		TestButton button = find(TestButton.class, navigate("systems/shop", SystemView.class)).single();

		assertThat(button.isEnabled()).isFalse();
		this.visitor.refused = null;
	}

	@Test
	void runbooksAreLinks() {
		SystemView view = navigate("systems/shop", SystemView.class);

		assertThat(find(Anchor.class, view).all()).extracting(Anchor::getHref)
			.containsExactly("runbooks/shop/cache~20trouble.md");
	}

	@Test
	void anUnknownSystemSaysWhereToLook() {
		assertThat(text(navigate("systems/nowhere", SystemView.class))).contains("No such system", "nowhere");
	}

	@Test
	void whoMayNotSeeSystemsGetsNoneOfThem() {
		this.visitor.permitted = false;

		assertThat(this.systemsPalette.find("shop")).isEmpty();
		assertThat(catchThrowableOfType(Problem.class, this.systems::all).category())
			.isEqualTo(Problem.Category.REFUSED_BY_POLICY);
	}

	@Test
	void thePaletteFindsSystemsByNameAndId() {
		assertThat(this.systemsPalette.find("SHO")).extracting(PaletteSource.PaletteItem::location)
			.containsExactly("systems/shop");
		assertThat(this.systemsPalette.find("nothing")).isEmpty();
	}

	private static String text(Component component) {
		return component.getElement().getTextRecursively();
	}

	private static OperatedSystem shop() {
		SystemId id = new SystemId("shop");
		Target database = new Target(new TargetId(id, "production", "database"), "postgres",
				Map.of("url", "postgresql://db:5432/shop", "user", "shop"),
				Map.of("password", new SecretReference("env", "SHOP_PASSWORD")), List.of("$DATABASE_URL"));
		Environment production = new Environment("production", true,
				Map.of(Risk.REVERSIBLE, new Friction(true, false, false, false)), List.of(database));
		return new OperatedSystem(id, "Shop", "Sells things.", "Shop team", "One host",
				List.of(new OperatedSystem.Contact("On call", "Ada", null)), List.of(), List.of(production),
				List.of(Path.of("/catalog/shop/runbooks/cache trouble.md")));
	}

	/** A catalog that a test fills. */
	static class ListedCatalog implements Catalog {

		final List<OperatedSystem> systems = new CopyOnWriteArrayList<>();

		final List<CatalogError> errors = new ArrayList<>();

		@Override
		public List<OperatedSystem> systems() {
			return List.copyOf(this.systems);
		}

		@Override
		public List<CatalogError> errors() {
			return List.copyOf(this.errors);
		}

	}

	/** Reaches nothing and says it signed in. */
	static class SilentProbe implements ConnectionProbe {

		@Override
		public String kind() {
			return "postgres";
		}

		@Override
		public Optional<Endpoint> endpoint(Target target) {
			return Optional.empty();
		}

		@Override
		public String signIn(Target target) {
			return target.setting("user") + " on it";
		}

		@Override
		public Optional<String> permission(Target target) {
			return Optional.empty();
		}

	}

	/** A person who may or may not. */
	static class Visitor implements Authority {

		boolean permitted = true;

		Permission refused;

		@Override
		public Actor require(Permission permission) {
			if (!this.permitted) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, "You may not. Ask an administrator.");
			}
			return new Actor("1", "Ada");
		}

		@Override
		public boolean has(Permission permission) {
			return this.permitted && permission != this.refused;
		}

		@Override
		public boolean steppedUp() {
			return false;
		}

		@Override
		public void stepUp(String password) {
		}

	}

	@Configuration
	@Import({ VaadinScopesConfig.class, CatalogNavigation.class, CatalogChanges.class, Systems.class,
			Connections.class })
	@ComponentScan(basePackages = "io.watchfloor.ui",
			excludeFilters = { @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(StoreBanner|Tests).*") })
	static class Shell {

		@Bean
		AuthenticationContext authenticationContext() {
			return new AuthenticationContext();
		}

		@Bean
		ConnectionProbe probe() {
			return new SilentProbe();
		}

		@Bean
		AuditLog audit() {
			return new AuditLog() {

				@Override
				public long append(AuditEntry entry) {
					return 1;
				}

				@Override
				public boolean writable() {
					return true;
				}

			};
		}

		@Bean
		SystemPanel panel() {
			return new SystemPanel() {

				@Override
				public int order() {
					return 1;
				}

				@Override
				public Component of(String system) {
					return new Span("A panel of " + system);
				}

			};
		}

		@Bean
		ListedCatalog catalog() {
			return new ListedCatalog();
		}

		@Bean
		Visitor visitor() {
			return new Visitor();
		}

	}

}
