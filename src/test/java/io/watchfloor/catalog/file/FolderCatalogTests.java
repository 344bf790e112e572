package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.EnvironmentContributor;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.TargetKind;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The bean as it runs: real files, the real watch. */
class FolderCatalogTests {

	private static final String MINIMAL = """
			name: Shop
			owner: Shop team
			environments:
			  - name: production
			    targets:
			      - name: database
			        kind: postgres
			        settings: { url: "postgresql://db:5432/shop" }
			""";

	@TempDir
	Path data;

	private Path folder;

	private final BlockingQueue<CatalogChanged> changes = new LinkedBlockingQueue<>();

	private final List<AuditEntry> records = new CopyOnWriteArrayList<>();

	private AnnotationConfigApplicationContext context;

	@BeforeEach
	void prepare() {
		this.folder = this.data.resolve("catalog");
	}

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void linksThatLeadOutAreNamedAndNeverFollowed() throws IOException {
		Path secret = Files.writeString(this.data.resolve("secret.md"), "# Secret");
		write("shop/system.yaml", MINIMAL);
		Path books = this.folder.resolve("shop/runbooks");
		Files.createDirectories(books);
		Files.writeString(books.resolve("own.md"), "# Own");
		Files.createSymbolicLink(books.resolve("inside.md"), books.resolve("own.md"));
		Files.createSymbolicLink(books.resolve("out.md"), secret);
		Files.createSymbolicLink(books.resolve("nowhere.md"), this.data.resolve("gone"));
		Files.createSymbolicLink(books.resolve("everything"), Path.of("/"));
		Files.createSymbolicLink(books.resolve("circle"), books);
		Catalog catalog = start(Duration.ofMinutes(10));

		assertThat(catalog.systems().getFirst().runbooks()).extracting((file) -> file.getFileName().toString())
			.containsExactly("inside.md", "own.md");
		assertThat(catalog.errors()).extracting(CatalogError::file)
			.containsExactly("shop/runbooks/everything", "shop/runbooks/nowhere.md", "shop/runbooks/out.md");
	}

	@Test
	void aFileInAFolderBelowDoesNotTakeThePlaceOfOneOfItsName() throws IOException {
		write("shop/system.yaml", MINIMAL);
		write("shop/runbooks/plain.md", "# Day\n");
		write("shop/runbooks/night/plain.md", "# Night\n");
		Catalog catalog = start(Duration.ofMinutes(10));

		assertThat(catalog.systems().getFirst().runbooks())
			.containsExactly(this.folder.resolve("shop/runbooks/plain.md"));
		assertThat(catalog.errors()).singleElement()
			.satisfies((error) -> assertThat(error.message()).contains("shop/runbooks/plain.md is kept",
					"shop/runbooks/night/plain.md is not read"));
	}

	@Test
	void seedsTheShippedSystemsWhenThereIsNoFolder() {
		assertThat(start(Duration.ofMinutes(10)).systems()).extracting((system) -> system.id().value())
			.containsExactly("customer-success-mcp", "devops-mcp", "incident-responder", "rag-demo", "orderdesk-mcp");
		assertThat(this.folder.resolve("system.schema.json")).exists();
		assertThat(this.changes).isEmpty();
	}

	@Test
	void leavesATeamsFolderAlone() throws Exception {
		write("shop/system.yaml", MINIMAL);

		assertThat(start(Duration.ofMinutes(10)).systems()).extracting(OperatedSystem::name).containsExactly("Shop");
		assertThat(this.folder).isDirectoryContaining((file) -> file.endsWith("shop"));
		assertThat(this.folder.resolve("system.schema.json")).doesNotExist();
	}

	@Test
	void readsAgainWhenAFileChanges() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Catalog catalog = start(Duration.ofMinutes(10));

		write("shop/system.yaml", MINIMAL.replace("Shop team", "Another team"));

		awaitChange();
		assertThat(catalog.systems()).extracting(OperatedSystem::owner).containsExactly("Another team");
		assertThat(this.records).singleElement().satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("catalog.reloaded");
			assertThat(entry.details()).containsExactly(Map.entry("changed", "shop"));
		});
	}

	@Test
	void readsAgainWhenAnEditorReplacesTheFile() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Catalog catalog = start(Duration.ofMinutes(10));

		Path swap = write("shop/.system.yaml.swp", MINIMAL.replace("Shop team", "Another team"));
		Files.move(swap, this.folder.resolve("shop/system.yaml"), StandardCopyOption.ATOMIC_MOVE);

		awaitChange();
		assertThat(catalog.systems()).extracting(OperatedSystem::owner).containsExactly("Another team");
	}

	@Test
	void keepsTheLastGoodReadingOfABrokenFileAndShowsTheError() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Catalog catalog = start(Duration.ofMinutes(10));

		write("shop/system.yaml", MINIMAL.replace("owner:", "ownr:"));

		awaitChange();
		assertThat(catalog.systems()).extracting(OperatedSystem::owner).containsExactly("Shop team");
		assertThat(catalog.errors()).extracting(CatalogError::place)
			.contains("shop/system.yaml:1:1", "shop/system.yaml:2:1");

		write("shop/system.yaml", MINIMAL);
		awaitChange();
		assertThat(catalog.errors()).isEmpty();
	}

	@Test
	void forgetsASystemWhoseFileIsGone() throws Exception {
		write("shop/system.yaml", MINIMAL);
		write("depot/system.yaml", MINIMAL.replace("Shop", "Depot"));
		Catalog catalog = start(Duration.ofMinutes(10));

		Files.delete(this.folder.resolve("shop/system.yaml"));

		awaitChange();
		assertThat(catalog.systems()).extracting(OperatedSystem::name).containsExactly("Depot");
		assertThat(this.records).last()
			.satisfies((entry) -> assertThat(entry.details()).containsEntry("removed", "shop"));
	}

	@Test
	void noticesANewSystemAndThenItsRunbooks() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Catalog catalog = start(Duration.ofMinutes(10));

		write("depot/system.yaml", MINIMAL.replace("Shop", "Depot"));
		awaitChange();
		write("depot/runbooks/night/restart.md", "# Restart\n");
		awaitChange();

		OperatedSystem depot = catalog.system(new SystemId("depot")).orElseThrow();
		assertThat(depot.runbooks()).containsExactly(this.folder.resolve("depot/runbooks/night/restart.md"));
	}

	@Test
	void tellsThatARunbookChangedThoughTheSystemDidNot() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Path runbook = write("shop/runbooks/restart.md", "# Restart\n");
		start(Duration.ofMinutes(10));

		Files.writeString(runbook, "# Restart at night\n");

		awaitChange();
		assertThat(this.records).last()
			.satisfies((entry) -> assertThat(entry.details()).containsEntry("changed", "shop"));
	}

	@Test
	void looksByItselfWhereTheFileSystemAnnouncesNothing() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Path elsewhere = Files.createDirectories(this.data.resolve("elsewhere"));
		write("shop/system.yaml", MINIMAL + "runbooks: [{ file: theirs.md, optional: true }]\n");
		Catalog catalog = start(Duration.ofMillis(200));

		Files.writeString(elsewhere.resolve("theirs.md"), "# Theirs\n");

		awaitChange();
		assertThat(catalog.systems().getFirst().runbooks()).containsExactly(elsewhere.resolve("theirs.md"));
	}

	@Test
	void addsContributedEnvironmentsBehindThoseOfTheFile() throws Exception {
		write("shop/system.yaml", MINIMAL);

		assertThat(start(Duration.ofMinutes(10)).systems().getFirst().environments()).extracting(Environment::name)
			.containsExactly("production", "practice");
	}

	@Test
	void reloadsEvenWhileTheAuditLogIsOutOfReach() throws Exception {
		write("shop/system.yaml", MINIMAL);
		Catalog catalog = start(Duration.ofMinutes(10), (entry) -> {
			throw new Problem(Problem.Category.UNREACHABLE, "The store does not answer. Try again later.");
		});

		write("shop/system.yaml", MINIMAL.replace("Shop team", "Another team"));

		awaitChange();
		assertThat(catalog.systems()).extracting(OperatedSystem::owner).containsExactly("Another team");
	}

	@Test
	void warnsOfSettingsThatNoConnectorUnderstandsAndKeepsTheSystem() throws Exception {
		write("shop/system.yaml", MINIMAL.replace("url:", "urll:"));

		Catalog catalog = start(Duration.ofMinutes(10));

		assertThat(catalog.systems()).hasSize(1);
		assertThat(catalog.errors()).extracting(CatalogError::level)
			.containsExactly(CatalogError.Level.WARNING, CatalogError.Level.WARNING);
		assertThat(catalog.errors()).extracting(CatalogError::place, CatalogError::message, CatalogError::expected)
			.containsExactly(
					tuple("shop/system.yaml:6:9", "the target has no setting 'url'",
							"url, without which 'postgres' cannot be reached"),
					tuple("shop/system.yaml:8:21", "'urll' is not a setting of 'postgres'",
							"'url'? Known are url, user"));
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	private void awaitChange() throws InterruptedException {
		assertThat(this.changes.poll(8, TimeUnit.SECONDS)).as("a change within 8 seconds").isNotNull();
	}

	private Catalog start(Duration poll) {
		return start(poll, this.records::add);
	}

	private Catalog start(Duration poll, Consumer<AuditEntry> sink) {
		this.context = new AnnotationConfigApplicationContext();
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test",
					Map.of("watchfloor.catalog.folder", this.folder.toString(), "watchfloor.catalog.poll",
							poll.toMillis() + "ms", "watchfloor.catalog.settle", "80ms", "watchfloor.catalog.runbooks",
							this.data.resolve("elsewhere").toString())));
		this.context.register(Setup.class, SystemSchema.class, FolderCatalog.class, FolderWatch.class);
		this.context.registerBean(AuditLog.class, () -> new RecordingLog(sink));
		this.context.registerBean(EnvironmentContributor.class,
				() -> (system) -> List.of(new Environment("practice", false, Map.of(), List.of()),
						new Environment("production", false, Map.of(), List.of())));
		this.context.registerBean(TargetKind.class,
				() -> new TargetKind("postgres", Set.of("url"), Set.of("user"), Set.of("password")));
		this.context.registerBean(ChangeListener.class, () -> new ChangeListener(this.changes));
		this.context.refresh();
		return this.context.getBean(Catalog.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(CatalogProperties.class)
	static class Setup {

	}

	record RecordingLog(Consumer<AuditEntry> sink) implements AuditLog {

		@Override
		public long append(AuditEntry entry) {
			this.sink.accept(entry);
			return 1;
		}

		@Override
		public boolean writable() {
			return true;
		}

	}

	record ChangeListener(BlockingQueue<CatalogChanged> changes) {

		@EventListener
		void on(CatalogChanged change) {
			this.changes.add(change);
		}

	}

}
