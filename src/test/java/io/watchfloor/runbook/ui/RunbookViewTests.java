package io.watchfloor.runbook.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.CatalogFiles;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Systems;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.Books;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.reading.RunbookReader;
import io.watchfloor.runbook.upload.Uploads;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.jspecify.annotations.Nullable;
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
import static org.assertj.core.api.Assertions.tuple;

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
			[again](./book.md#clear-the-cache) [notes](#notes) [run](javascript:alert(1)) [gone](gone.md)
			![picture](https://example.com/a.png)
			""";

	@Test
	void theListSaysHowMuchIsUnderstoodAndFindsProcedures() {
		RunbooksView list = navigate("runbooks", RunbooksView.class);
		assertThat(text(list)).contains("Shop", "Shop runbook", "1 procedure", "2 steps", "1 of 2 typed", "broken.md");
		test(find(TextField.class, list).single()).setValue("clear");
		assertThat(find(Anchor.class, list).all()).extracting(Anchor::getHref)
			.contains("runbooks/shop/book.md", "runbooks/shop/book.md/clear-the-cache");
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
	void linksLeadIntoTheConsoleOrSafelyOutAndNothingElseIsLive() {
		RunbookView view = navigate("runbooks/shop/book.md", RunbookView.class);
		assertThat(find(Anchor.class, find(DocumentPanel.class, view).single()).all())
			.extracting(Anchor::getText, Anchor::getHref, (link) -> link.getElement().getAttribute("rel"))
			.containsExactly(tuple("./book.md#clear-the-cache", "runbooks/shop/book.md/clear-the-cache", null),
					tuple("#notes", "runbooks/shop/book.md?line=12", null),
					tuple("https://example.com/a.png", "https://example.com/a.png", "noopener noreferrer"));
		assertThat(find(DocumentPanel.class, view).single().getElement().getTextRecursively())
			.contains("[run](javascript:alert(1))", "[gone](gone.md)", "![picture](https://example.com/a.png)");
	}

	@Test
	void theFigureSaysWhatIsNotUnderstoodAndWhy() {
		RunbookView view = navigate("runbooks/shop/book.md", RunbookView.class);
		assertThat(text(find(NotUnderstood.class, view).single())).contains("1 of 2 commands are typed actions (50 %)",
				"No connector reads 'systemctl'", "line 9");
	}

	@Test
	void anAnchorOfAnotherDocumentMarksItsLine() {
		UI.getCurrent().navigate("runbooks/shop/book.md", QueryParameters.of("line", "12"));
		assertThat(find(Div.class, (RunbookView) getCurrentView()).withClassName("marked").all())
			.extracting(Div::getText)
			.containsExactly("## Notes");
		UI.getCurrent().navigate("runbooks/shop/book.md", QueryParameters.of("line", "99999"));
		assertThat(getCurrentView()).isInstanceOf(RunbookView.class);
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

	@Test
	void anUploadIsShownWithWhatItChangesBeforeItIsKept() {
		UploadView view = navigate("runbooks/shop/upload", UploadView.class);
		test(find(Upload.class, view).single()).upload("../new.md", "text/markdown",
				"# New\n\n## Go\n```sh\nredis-cli PING\n```\n".getBytes(StandardCharsets.UTF_8));
		test(find(Upload.class, view).single()).upload("broken.md", "text/markdown", new byte[] { 'a', 0 });
		roundTrip();
		assertThat(text(view)).contains("new.md", "called '../new.md'", "1 of 1 typed", "+redis-cli PING",
				"Cannot be read", "NUL");
		assertThat(this.files.written).isEmpty();
		test(find(Button.class, view).withText("Keep 1 file").single()).click();
		Awaitility.await().until(() -> this.files.written.equals(List.of("shop/new.md")));
	}

	@Test
	void whoMayNotUploadIsToldWho() {
		this.visitor.permitted = false;
		UploadView view = navigate("runbooks/shop/upload", UploadView.class);
		assertThat(text(view)).contains("role manager or administrator");
		assertThat(find(Upload.class, view).exists()).isFalse();
		assertThat(text(navigate("runbooks", RunbooksView.class))).doesNotContain("Upload");
	}

	@BeforeEach
	void permit() {
		this.visitor.permitted = true;
		this.files.written.clear();
	}

	@Autowired
	Visitor visitor;

	@Autowired
	WrittenFiles files;

	/** May everything, or only look. */
	static final class Visitor implements Authority {

		volatile boolean permitted = true;

		@Override
		public Actor require(Permission permission) {
			if (!has(permission)) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, "You may not.");
			}
			return new Actor("1", "Ada");
		}

		@Override
		public boolean has(Permission permission) {
			return this.permitted || permission == Permission.VIEW;
		}

		@Override
		public boolean steppedUp() {
			return true;
		}

		@Override
		public void stepUp(String password) {
		}

	}

	/** Remembers what was to be written. */
	static final class WrittenFiles implements CatalogFiles {

		final List<String> written = new CopyOnWriteArrayList<>();

		@Override
		public Optional<byte[]> runbook(SystemId system, String file) {
			return Optional.empty();
		}

		@Override
		public void put(SystemId system, List<NewRunbook> runbooks) {
			runbooks.forEach((runbook) -> this.written.add(system + "/" + runbook.file()));
		}

	}

	@Configuration
	@Import({ VaadinScopesConfig.class, Uploads.class, Library.class, Systems.class })
	@ComponentScan(basePackages = "io.watchfloor.ui",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*StoreBanner.*"))
	static class Shell {

		@Bean
		AuthenticationContext authenticationContext() {
			return new AuthenticationContext();
		}

		@Bean
		Visitor visitor() {
			return new Visitor();
		}

		@Bean
		WrittenFiles files() {
			return new WrittenFiles();
		}

		@Bean
		RunbookReader reader() {
			return Books.reader();
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
		Secrets secrets() {
			return new NoSecrets();
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

		@Override
		public String drill(RunbookId id, String procedureSlug, String environment, @Nullable String fault) {
			return "runbooks";
		}

	}

}
