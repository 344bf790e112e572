package io.watchfloor.runbook.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecords;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.compare.ProcedureChange;
import io.watchfloor.runbook.compare.ProcedureChange.Kind;
import io.watchfloor.runbook.upload.PreviewedFile.Readable;
import io.watchfloor.runbook.upload.PreviewedFile.Refused;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** With the real catalog, the real folder and the real log. */
@IntegrationTest
class UploadsTests {

	private static final SystemId SYSTEM = new SystemId("rag-demo");

	private static final String FIRST = "# Cache\n\n## Look\n```sh\nredis-cli PING\n```\n\n## Old\n```sh\nredis-cli INFO\n```\n";

	private static final String SECOND = """
			# Cache

			## Look
			```sh
			redis-cli PING
			redis-cli FLUSHALL
			```

			## Fresh
			```sh
			redis-cli DBSIZE
			```
			""";

	@Autowired
	ApplicationContext context;

	@Autowired
	Uploads uploads;

	@Autowired
	Runbooks runbooks;

	@Autowired
	AuditRecords records;

	@Value("${watchfloor.data}")
	Path data;

	@BeforeEach
	void signIn() {
		SignedIn.as(this.context, Role.MANAGER, Role.OPERATOR);
	}

	@AfterEach
	void signOut() throws IOException {
		SecurityContextHolder.clearContext();
		try (Stream<Path> files = Files.exists(folder()) ? Files.walk(folder()) : Stream.empty()) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	@Test
	void aPasswordInTheTextIsHiddenInThePreviewAndStaysInTheFile() {
		String text = "# Night\n\n## Clear it\n\n```bash\npsql postgresql://app:hunter2-long@db:5432/shop -c 'SELECT 1'\n```\n";
		Readable shown = (Readable) this.uploads.preview(SYSTEM, List.of(file("night.md", text))).getFirst();
		assertThat(shown.difference().toString()).contains("[hidden]").doesNotContain("hunter2-long");
		assertThat(new String(shown.content(), StandardCharsets.UTF_8)).contains("hunter2-long");
	}

	@Test
	void aFileIsShownThenKeptAndReadAtOnce() {
		Readable shown = preview("cache.md", FIRST);
		assertThat(shown.replaces()).isNull();
		assertThat(shown.difference().procedures()).extracting(ProcedureChange::kind, ProcedureChange::title)
			.containsExactly(tuple(Kind.ADDED, "Look"), tuple(Kind.ADDED, "Old"));
		assertThat(folder()).doesNotExist();

		this.uploads.keep(SYSTEM, List.of(shown));

		assertThat(this.runbooks.find(id("cache.md"))).map(Runbook::text).contains(FIRST);
		assertThat(log()).contains("runbook.upload INTENDED", "runbook.upload SUCCEEDED");
	}

	/**
	 * Umlauts of another encoding are kept, or the file is refused; they are never lost.
	 */
	@Test
	void anOldEncodingIsConvertedAndAMixtureIsRefused() {
		String text = "# St\u00f6rung\n\nPr\u00fcfe \u201ealles\u201c, ob es l\u00e4uft und wie lange schon.\n\n";
		byte[] windows = text.getBytes(java.nio.charset.Charset.forName("windows-1252"));
		Readable shown = (Readable) this.uploads.preview(SYSTEM, List.of(new UploadedFile("old.md", windows)))
			.getFirst();
		assertThat(shown.converted()).isTrue();
		this.uploads.keep(SYSTEM, List.of(shown));
		assertThat(folder().resolve("old.md")).hasContent(text);

		byte[] mixed = (text + " \u00ff").getBytes(StandardCharsets.UTF_8);
		mixed[mixed.length - 2] = 'x';
		assertThat(this.uploads.preview(SYSTEM, List.of(new UploadedFile("mixed.md", mixed))).getFirst())
			.isInstanceOfSatisfying(PreviewedFile.Refused.class,
					(refused) -> assertThat(refused.reason()).contains("neither UTF-8 nor Windows-1252"));
	}

	@Test
	void aNewVersionShowsWhatChangesAndTheOldOneIsKept() throws IOException {
		this.uploads.keep(SYSTEM, List.of(preview("cache.md", FIRST)));
		Readable shown = preview("cache.md", SECOND);
		assertThat(shown.difference().procedures()).extracting(ProcedureChange::kind, ProcedureChange::title)
			.containsExactly(tuple(Kind.CHANGED, "Look"), tuple(Kind.ADDED, "Fresh"), tuple(Kind.REMOVED, "Old"));
		assertThat(shown.difference().procedures().getFirst().lines())
			.extracting(ProcedureChange.Line::kind, ProcedureChange.Line::text)
			.containsExactly(tuple(Kind.SAME, "redis-cli PING"), tuple(Kind.ADDED, "redis-cli FLUSHALL"));
		assertThat(shown.difference().newFindings()).extracting((finding) -> finding.rule().id())
			.contains("redis/flushall");

		this.uploads.keep(SYSTEM, List.of(shown));

		assertThat(Files.readString(folder().resolve("cache.md"))).isEqualTo(SECOND);
		try (Stream<Path> kept = Files.list(folder().resolve(".versions/cache.md"))) {
			assertThat(kept.toList()).singleElement().satisfies((old) -> assertThat(old).hasContent(FIRST));
		}
		assertThat(this.runbooks.all()).filteredOn((book) -> book.id().system().equals(SYSTEM)).hasSize(1);
		assertThat(preview("cache.md", SECOND).unchanged()).isTrue();
	}

	@Test
	void whatWasChangedMeanwhileIsNotOverwrittenAndNothingElseIsWritten() throws IOException {
		this.uploads.keep(SYSTEM, List.of(preview("cache.md", FIRST)));
		List<Readable> shown = List.of(preview("other.md", FIRST), preview("cache.md", SECOND));
		Files.writeString(folder().resolve("cache.md"), "# Somebody else's\n");

		Problem refused = catchThrowableOfType(Problem.class, () -> this.uploads.keep(SYSTEM, shown));

		assertThat(refused.category()).isEqualTo(Category.STALE);
		assertThat(folder().resolve("other.md")).doesNotExist();
		assertThat(folder().resolve("cache.md")).hasContent("# Somebody else's\n");
		assertThat(log()).contains("runbook.upload FAILED");
	}

	@Test
	void aFolderThatCannotBeWrittenLeavesNothingBehind() throws IOException {
		Files.createDirectories(folder().resolve("b.md"));
		List<Readable> shown = List.of(preview("a.md", FIRST));
		Files.createDirectories(folder().resolve(".versions"));
		assertThat(catchThrowableOfType(Problem.class,
				() -> this.uploads.keep(SYSTEM,
						List.of(shown.getFirst(), new Readable("b.md", "b.md", new byte[] { 'b' }, false, null,
								java.util.Optional.empty(), shown.getFirst().after(), shown.getFirst().difference()))))
			.category()).isEqualTo(Category.TARGET_SAID_NO);
		assertThat(folder().resolve("a.md")).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource({ "../../../etc/evil.md, evil.md", "C:\\Users\\me\\Night shift.md, Night shift.md",
			"a\u0000b.md, a-b.md", ".hidden.md, hidden.md", "r\u00e9sum\u00e9.MD, r\u00e9sum\u00e9.MD",
			"<script>.md, script-.md", "a:b|c?.md, a-b-c-.md" })
	void namesBecomePlain(String given, String plain) {
		assertThat(preview(given, FIRST).name()).isEqualTo(plain);
	}

	@ParameterizedTest
	@ValueSource(strings = { "runbook.txt", ".md", "..", "", "/", "\u0000", "x.md.exe" })
	void whatIsNoMarkdownByItsNameIsRefused(String given) {
		assertThat(this.uploads.preview(SYSTEM, List.of(file(given, FIRST))).getFirst()).isInstanceOf(Refused.class);
	}

	@Test
	void bytesThatAreNoTextAreRefusedWithAReason() {
		List<PreviewedFile> shown = this.uploads.preview(SYSTEM,
				List.of(new UploadedFile("a.md", new byte[] { 'a', 0 }), new UploadedFile("b.md", new byte[9_000_000]),
						file("c.md", FIRST)));
		assertThat(shown).extracting((file) -> file instanceof Refused).containsExactly(true, true, false);
		assertThat(((Refused) shown.getFirst()).reason()).contains("NUL");
		assertThat(((Refused) shown.get(1)).reason()).contains("8 MB");
	}

	@Test
	void onlyManagersAndAdministratorsMay() {
		Readable shown = preview("cache.md", FIRST);
		SecurityContextHolder.clearContext();
		SignedIn.as(this.context, Role.OPERATOR, Role.APPROVER);
		assertThat(this.uploads.allowed()).isFalse();
		assertThat(catchThrowableOfType(Problem.class, () -> this.uploads.keep(SYSTEM, List.of(shown))).category())
			.isEqualTo(Category.REFUSED_BY_POLICY);
		assertThat(catchThrowableOfType(Problem.class, () -> this.uploads.preview(SYSTEM, List.of())).category())
			.isEqualTo(Category.REFUSED_BY_POLICY);
		assertThat(folder().resolve("cache.md")).doesNotExist();
	}

	private Readable preview(String name, String text) {
		return (Readable) this.uploads.preview(SYSTEM, List.of(file(name, text))).getFirst();
	}

	private static UploadedFile file(String name, String text) {
		return new UploadedFile(name, text.getBytes(StandardCharsets.UTF_8));
	}

	private static RunbookId id(String file) {
		return new RunbookId(SYSTEM, file);
	}

	private Path folder() {
		return this.data.resolve("catalog").resolve(SYSTEM.value()).resolve("runbooks");
	}

	private List<String> log() {
		return this.records.page(AuditFilter.ALL, Long.MAX_VALUE, 0, 50)
			.stream()
			.map((record) -> record.action() + " " + record.result())
			.toList();
	}

}
