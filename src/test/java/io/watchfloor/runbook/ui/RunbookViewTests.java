package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Books;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(RunbookViewTests.Shell.class)
@ViewPackages(packages = { "io.watchfloor.ui", "io.watchfloor.runbook.ui" })
@WithMockUser("Ada")
class RunbookViewTests extends SpringBrowserlessTest {

	private static final String TEXT = """
			# Shop runbook
			<script>alert(1)</script>

			## Clear the cache
			```bash
			# Drop it
			redis-cli flushall

			systemctl restart shop
			```

			## Notes
			Nothing to do.
			""";

	@Test
	void theListSaysHowMuchIsUnderstoodAndFindsProcedures() {
		RunbooksView list = navigate("runbooks", RunbooksView.class);
		assertThat(text(list)).contains("Shop", "Shop runbook", "1 procedure", "2 steps", "1 of 2 typed", "broken.md");
		test(find(TextField.class, list).single()).setValue("clear");
		assertThat(find(Anchor.class, list).all()).extracting(Anchor::getHref)
			.containsExactly("runbooks/shop/book.md", "runbooks/shop/book.md/clear-the-cache");
		test(find(TextField.class, list).single()).setValue("zzz");
		assertThat(text(list)).contains("Nothing matches");
	}

	@Test
	void aProcedureShowsItsStepsBesideTheDocumentAsItsAuthorsWroteIt() {
		RunbookView view = navigate("runbooks/shop/book.md/clear-the-cache", RunbookView.class);
		assertThat(find(H1.class, view).single().getText()).isEqualTo("Clear the cache");
		assertThat(find(StepRow.class, view).all()).extracting((row) -> row.step().title())
			.containsExactly("Drop it", "Clear the cache");
		assertThat(find(DocumentPanel.class, view).single().getElement().getTextRecursively())
			.contains("<script>alert(1)</script>");
		assertThat(find(DocumentPanel.class, view).single().getElement().getOuterHTML()).doesNotContain("<script>");
	}

	@Test
	void aLineSelectsItsStepAndAStepMarksItsLines() {
		RunbookView view = navigate("runbooks/shop/book.md/clear-the-cache", RunbookView.class);
		find(StepsPanel.class, view).single().selectLine(7);
		assertThat(find(StepRow.class, view).withClassName("selected").single().step().title()).isEqualTo("Drop it");
		assertThat(find(Div.class, view).withClassName("marked").all()).extracting(Div::getText)
			.containsExactly("# Drop it", "redis-cli flushall");
		find(StepsPanel.class, view).single().move(1);
		assertThat(find(Div.class, view).withClassName("marked").all()).extracting(Div::getText)
			.containsExactly("systemctl restart shop");
	}

	@Test
	void runAsksForTheEnvironmentAndStarts() {
		RunbookView view = navigate("runbooks/shop/book.md/clear-the-cache", RunbookView.class);
		test(find(Button.class, view).withText("Run…").single()).click();
		test(find(Button.class, find(Dialog.class).single()).withText("Start").single()).click();
		assertThat(getCurrentView()).isInstanceOf(RunbooksView.class);
	}

	@Test
	void aWholeRunbookListsItsProceduresAndCannotBeRun() {
		RunbookView view = navigate("runbooks/shop/book.md", RunbookView.class);
		assertThat(find(ProcedureLink.class, view).all()).hasSize(1);
		assertThat(find(Button.class, view).withText("Run…").exists()).isFalse();
	}

	private static String text(com.vaadin.flow.component.Component component) {
		return component.getElement().getTextRecursively();
	}

	@Configuration
	@Import(VaadinScopesConfig.class)
	@ComponentScan(basePackages = "io.watchfloor.ui",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*StoreBanner.*"))
	static class Shell {

		@Bean
		AuthenticationContext authenticationContext() {
			return new AuthenticationContext();
		}

		@Bean
		Catalog catalog() {
			return new OneSystem();
		}

		@Bean
		Runbooks runbooks() {
			return new OneBook(Books.read(TEXT));
		}

		@Bean
		ProcedureStarter starter() {
			return new ToTheList();
		}

	}

	record OneSystem() implements Catalog {

		@Override
		public List<OperatedSystem> systems() {
			return List.of(new OperatedSystem(new SystemId("shop"), "Shop", "Sells.", "Team", "Compose", List.of(),
					List.of(), List.of(), List.of()));
		}

		@Override
		public List<CatalogError> errors() {
			return List.of();
		}

	}

	record OneBook(Runbook book) implements Runbooks {

		@Override
		public List<Runbook> all() {
			return List.of(this.book);
		}

		@Override
		public Optional<Runbook> find(RunbookId id) {
			return Optional.of(this.book).filter((found) -> found.id().equals(id));
		}

		@Override
		public List<Trouble> troubles() {
			return List.of(new Trouble(Books.id("broken.md"), "It holds NUL characters.", true));
		}

	}

	record ToTheList() implements ProcedureStarter {

		@Override
		public List<Choice> choices(RunbookId id, Procedure procedure) {
			return List.of(new Choice("Shop, production", "production", true));
		}

		@Override
		public String start(RunbookId id, String procedureSlug, String environment) {
			return "runbooks";
		}

	}

}
