package io.watchfloor.runbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogRunbooksTests {

	@TempDir
	Path folder;

	@Test
	void everyFileIsReadOnceForItsContentAndAgainWhenItChanged() throws IOException {
		Files.writeString(this.folder.resolve("a.md"), "# A\n```sh\nls\n```\n");
		Files.writeString(this.folder.resolve("b.md"), "# B\n");
		CatalogRunbooks runbooks = runbooks();
		Runbook a = runbooks.all().getFirst();
		Files.writeString(this.folder.resolve("b.md"), "# Bee\n");
		runbooks.on(new CatalogChanged());
		assertThat(runbooks.all()).extracting(Runbook::title).containsExactly("A", "Bee");
		assertThat(runbooks.all().getFirst()).isSameAs(a);
		assertThat(runbooks.find(Books.id("b.md"))).isPresent();
	}

	@Test
	void aFileThatIsNoTextIsNamedAndTheOthersAreRead() throws IOException {
		Files.write(this.folder.resolve("a.md"), new byte[] { 'a', 0 });
		Files.write(this.folder.resolve("b.md"), "# B\u00fcro".getBytes(StandardCharsets.ISO_8859_1));
		CatalogRunbooks runbooks = runbooks();
		assertThat(runbooks.all()).extracting(Runbook::title).containsExactly("B\uFFFDro");
		assertThat(runbooks.troubles()).extracting((trouble) -> trouble.id().file()).containsExactly("a.md", "b.md");
	}

	private CatalogRunbooks runbooks() {
		return new CatalogRunbooks(new Folder(this.folder), Books.reader(), Clock.systemUTC());
	}

	private record Folder(Path path) implements Catalog {

		@Override
		public List<OperatedSystem> systems() {
			return List.of(new OperatedSystem(new SystemId("shop"), "Shop", "Sells.", "Team", "Compose", List.of(),
					List.of(), List.of(), Books.markdown(this.path)));
		}

		@Override
		public List<CatalogError> errors() {
			return List.of();
		}

	}

}
