package io.watchfloor.runbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.source.FolderDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
		Files.write(this.folder.resolve("a.md"), new byte[] { 'a', '\n', 'b', 0 });
		Files.write(this.folder.resolve("b.md"),
				"# B\u00fcro\n\nLots of text.\n".getBytes(StandardCharsets.ISO_8859_1));
		CatalogRunbooks runbooks = runbooks();
		assertThat(runbooks.all()).extracting(Runbook::title).containsExactly("B\u00fcro");
		assertThat(runbooks.troubles()).extracting((trouble) -> trouble.id().file(), Runbooks.Trouble::refused)
			.containsExactly(org.assertj.core.api.Assertions.tuple("a.md", true),
					org.assertj.core.api.Assertions.tuple("b.md", false));
		assertThat(runbooks.troubles().getLast().message()).contains("Windows-1252");
		assertThat(runbooks.troubles().getFirst().message()).contains("NUL", "line 2", "Save it as UTF-8");
	}

	@ParameterizedTest
	@MethodSource
	void textIsReadHoweverItIsEncoded(String name, byte[] bytes) throws IOException {
		Files.write(this.folder.resolve("a.md"), bytes);
		assertThat(runbooks().all()).as(name).extracting(Runbook::title).containsExactly("B\u00fcro auf");
	}

	static Stream<Arguments> textIsReadHoweverItIsEncoded() {
		String text = "# B\u00fcro auf\n\nEs geht los.\n";
		return Stream.of(Arguments.of("UTF-8", text.getBytes(StandardCharsets.UTF_8)),
				Arguments.of("UTF-8 with a mark", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)),
				Arguments.of("UTF-16 with a mark", text.getBytes(StandardCharsets.UTF_16)),
				Arguments.of("UTF-16LE with a mark", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
				Arguments.of("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE)),
				Arguments.of("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE)),
				Arguments.of("Windows line ends", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@MethodSource
	void whatIsNoTextIsRefusedInWords(byte[] bytes, String words) throws IOException {
		Files.write(this.folder.resolve("a.md"), bytes);
		CatalogRunbooks runbooks = runbooks();
		assertThat(runbooks.all()).isEmpty();
		assertThat(runbooks.troubles()).singleElement()
			.satisfies((trouble) -> assertThat(trouble.message()).contains(words));
	}

	static Stream<Arguments> whatIsNoTextIsRefusedInWords() {
		byte[] utf32 = "# Hi there".getBytes(java.nio.charset.Charset.forName("UTF-32LE"));
		byte[] noise = new byte[5_000];
		new java.util.Random(7).nextBytes(noise);
		for (int i = 0; i < noise.length; i++) {
			noise[i] = (byte) (noise[i] | 0x80);
		}
		return Stream.of(Arguments.of("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "a PDF"),
				Arguments.of(new byte[] { 'P', 'K', 3, 4, 0, 0 }, "ZIP"), Arguments.of(utf32, "NUL"),
				Arguments.of(noise, "More than a tenth"),
				Arguments.of(new byte[] { (byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'a', 0 }, "none"),
				Arguments.of(new byte[10_000_000], "larger than 8 MB"));
	}

	@ParameterizedTest
	@MethodSource
	void whatIsMadeToBeSlowIsReadOrRefusedWithinTwoSeconds(String text) throws IOException {
		Files.writeString(this.folder.resolve("a.md"), text);
		Files.writeString(this.folder.resolve("b.md"), "# B\n");
		CatalogRunbooks runbooks = runbooks();
		assertTimeoutPreemptively(Duration.ofSeconds(2), () -> runbooks.all());
		assertThat(runbooks.all()).extracting((book) -> book.id().file()).contains("b.md");
		assertThat(runbooks.all().size() + runbooks.troubles().size()).isEqualTo(2);
	}

	static Stream<String> whatIsMadeToBeSlowIsReadOrRefusedWithinTwoSeconds() {
		return Stream.of("x".repeat(10_000_000), "x".repeat(1_900_000), "a\n".repeat(900_000), "[".repeat(100_000),
				"[a](".repeat(100_000), "> ".repeat(20_000) + "deep", ">".repeat(20_000), "- ".repeat(20_000),
				"*a **b ".repeat(100_000), "```\n".repeat(100_000), "`".repeat(300_000), "<!-- ".repeat(100_000),
				"|a".repeat(200_000) + "\n" + "|-".repeat(200_000), "# h\n".repeat(100_000),
				"```sh\n" + "echo \"".repeat(100_000) + "\n```\n", "```sh\n" + "$(".repeat(100_000) + "\n```\n",
				"!!! note\n".repeat(100_000), "<details>\n".repeat(100_000), "{{<x ".repeat(100_000));
	}

	private CatalogRunbooks runbooks() {
		return new CatalogRunbooks(List.of(new FolderDocuments(new Folder(this.folder))), Books.reader(),
				Clock.systemUTC());
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
