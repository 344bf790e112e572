package io.watchfloor.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.watchfloor.kernel.Problem;
import io.watchfloor.ui.PaletteSource.PaletteItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(ShellTests.Shell.class)
@ViewPackages(packages = "io.watchfloor.ui")
@WithMockUser("Ada")
class ShellTests extends SpringBrowserlessTest {

	private static final AtomicReference<String> TROUBLE = new AtomicReference<>("");

	@Autowired
	SessionErrors errors;

	@BeforeEach
	void start() {
		TROUBLE.set("");
		navigate("first", FirstView.class);
	}

	@Test
	void navigationShowsWhatTheFeaturesContributeAndHidesWhatWouldBeRefused() {
		assertThat(find(SideNavItem.class).all()).extracting(SideNavItem::getLabel).containsExactly("First");
	}

	@Test
	void anUnknownAddressSaysSoAndOffersAWayOn() {
		navigate("no/such/page", NotFoundPage.class);
		assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Not found");
		assertThat(find(H2.class).single().getText()).isEqualTo("There is nothing at this address");
		assertThat(find(Paragraph.class).single().getText()).contains("no/such/page");
	}

	@Test
	void aProblemOnTheWayToAPageShowsItsOwnWords() {
		navigate("broken", FailurePage.class);
		assertThat(find(H2.class).single().getText()).isEqualTo("No answer");
		assertThat(find(Paragraph.class).single().getText()).isEqualTo("Redis does not answer. Start it.");
	}

	@Test
	void aFailedClickSaysWhereToLookAndNeverShowsInternals() {
		this.errors.error(new ErrorEvent(new IllegalStateException("jdbc:postgresql://secret")));
		Notification notification = find(Notification.class).single();
		assertThat(notification.getElement().getTextRecursively()).contains("may or may not be done")
			.doesNotContain("secret");
	}

	@Test
	void aFailedClickShowsAProblemsWordsEvenWhenWrapped() {
		this.errors.error(new ErrorEvent(
				new IllegalStateException(new Problem(Problem.Category.STALE, "The plan is stale. Preview again."))));
		assertThat(find(Notification.class).single().getElement().getTextRecursively())
			.contains("The plan is stale. Preview again.");
	}

	@Test
	void theBannerAppearsWhileItsReasonLasts() {
		BannerStrip strip = find(BannerStrip.class).single();
		assertThat(strip.getChildren()).isEmpty();
		TROUBLE.set("The database does not answer.");
		strip.refresh();
		assertThat(strip.getElement().getTextRecursively()).contains("The database does not answer.");
		TROUBLE.set("");
		strip.refresh();
		assertThat(strip.getChildren()).isEmpty();
	}

	@Test
	void thePaletteFindsPagesAndWhatFeaturesOffer() {
		test(find(Button.class).withClassName("wf-search").single()).click();
		TextField field = find(TextField.class, find(Dialog.class).single()).single();
		test(field).setValue("stale");
		assertThat(find(NativeButton.class, find(PaletteList.class).single()).all())
			.extracting((line) -> line.getElement().getTextRecursively())
			.containsExactly("Stale cache" + "Procedure");
		test(field).setValue("first");
		test(find(NativeButton.class, find(PaletteList.class).single()).single()).click();
		assertThat(getCurrentView()).isInstanceOf(FirstView.class);
	}

	@Test
	void thePaletteSaysWhenNothingMatches() {
		test(find(Button.class).withClassName("wf-search").single()).click();
		test(find(TextField.class, find(Dialog.class).single()).single()).setValue("zzz");
		assertThat(find(PaletteList.class).single().getElement().getTextRecursively()).contains("Nothing matches");
	}

	@Route(value = "first", layout = MainLayout.class)
	@AnonymousAllowed
	static class FirstView extends Div {

	}

	@Route(value = "broken", layout = MainLayout.class)
	@AnonymousAllowed
	static class BrokenView extends Div {

		BrokenView() {
			throw new Problem(Problem.Category.UNREACHABLE, "Redis does not answer. Start it.");
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import(VaadinScopesConfig.class)
	@ComponentScan(basePackages = "io.watchfloor.ui",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*StoreBanner.*"))
	static class Shell {

		@Bean
		AuthenticationContext authenticationContext() {
			return new AuthenticationContext();
		}

		@Bean
		NavigationEntry first() {
			return new NavigationEntry("First", FirstView.class, NavigationEntry.Group.WATCH, 1, VaadinIcon.EYE,
					() -> true);
		}

		@Bean
		NavigationEntry hidden() {
			return new NavigationEntry("Hidden", BrokenView.class, NavigationEntry.Group.SETUP, 1, VaadinIcon.LOCK,
					() -> false);
		}

		@Bean
		PaletteSource procedures() {
			return (typed) -> "stale cache".contains(typed.toLowerCase(Locale.ROOT)) && !typed.isBlank()
					? List.of(new PaletteItem("Stale cache", "Procedure", "first")) : List.of();
		}

		@Bean
		Banner trouble() {
			return () -> Optional.of(TROUBLE.get()).filter((text) -> !text.isEmpty());
		}

	}

}
