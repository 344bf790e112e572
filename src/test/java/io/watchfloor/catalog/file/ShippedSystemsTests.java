package io.watchfloor.catalog.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedSystemsTests {

	@TempDir
	Path folder;

	private Path catalog;

	private final SystemSchema schema = new SystemSchema();

	@BeforeEach
	void seed() {
		this.catalog = this.folder.resolve("catalog");
		CatalogSeed.plant(this.catalog, this.schema);
	}

	@Test
	void everyShippedSystemIsReadWithoutAWord() {
		SortedMap<String, Reading> readings = read(null);

		assertThat(readings).containsOnlyKeys("customer-success-mcp", "devops-mcp", "incident-responder",
				"orderdesk-mcp", "rag-demo");
		assertThat(readings.values().stream().flatMap((reading) -> reading.errors().stream()).toList()).as("errors")
			.isEmpty();
	}

	@Test
	void twoSystemsCanBeWalked() {
		assertThat(runbooks(system("customer-success-mcp", null))).containsExactly("cache.md", "database.md",
				"health.md", "service.md");
		assertThat(runbooks(system("orderdesk-mcp", null))).containsExactly("incidents.md", "maintenance.md");
	}

	@Test
	void theTeamsOwnBooksAppearWhenTheirFolderIsNamed() throws Exception {
		Path elsewhere = Files.createDirectory(this.folder.resolve("elsewhere"));
		Files.writeString(elsewhere.resolve("cs-mcp.md"), "# Theirs\n");

		assertThat(runbooks(system("customer-success-mcp", elsewhere))).containsExactly("cache.md", "database.md",
				"health.md", "service.md", "cs-mcp.md");
	}

	@Test
	void noTargetHoldsASecret() {
		List<Target> targets = system("customer-success-mcp", null).environment("production").orElseThrow().targets();

		assertThat(targets).filteredOn((target) -> target.kind().equals("postgres"))
			.singleElement()
			.satisfies((database) -> assertThat(database.secrets().get("password"))
				.hasToString("env:CS_DATABASE_PASSWORD"));
	}

	private SortedMap<String, Reading> read(Path elsewhere) {
		return new CatalogFolder(this.catalog, elsewhere, this.schema,
				new TargetRules(List.<TargetKind>of(), this.schema.plannedKinds()))
			.read();
	}

	private OperatedSystem system(String name, Path elsewhere) {
		Reading reading = read(elsewhere).get(name);
		assertThat(reading.errors()).extracting(CatalogError::message).isEmpty();
		return reading.system();
	}

	private static List<String> runbooks(OperatedSystem system) {
		return system.runbooks().stream().map((file) -> file.getFileName().toString()).toList();
	}

}
