package io.watchfloor.runbook.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecords;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Revision;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;
import jakarta.servlet.Filter;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** With a real repository, the real store and the real log. */
@IntegrationTest
@TestPropertySource(properties = { "watchfloor.git.local=true", "watchfloor.git.largest=20MB" })
class GitPullsTests {

	private static final String SECRET = "a secret that nobody guesses";

	private static final String CACHE = "# Cache\n\n## Look\n```sh\nredis-cli PING\n```\n";

	@TempDir
	Path folder;

	@Autowired
	WebApplicationContext context;

	@Autowired
	@Qualifier("springSecurityFilterChain")
	Filter security;

	@Autowired
	GitPulls pulls;

	@Autowired
	GitDocuments documents;

	@Autowired
	Runbooks runbooks;

	@Autowired
	Catalog catalog;

	@Autowired
	AuditRecords records;

	@Value("${watchfloor.data}")
	Path data;

	private TeamRepository team;

	private SystemId system;

	@BeforeEach
	void signIn() throws IOException {
		SignedIn.as(this.context, Role.MANAGER);
		this.team = new TeamRepository(this.folder.resolve("team.git"));
		this.system = new SystemId("git-" + this.folder.getFileName().toString().replaceAll("[^0-9]", ""));
	}

	@AfterEach
	void signOut() throws IOException {
		SecurityContextHolder.clearContext();
		this.team.close();
		Files.delete(this.data.resolve("catalog/" + this.system + "/system.yaml"));
	}

	@Test
	void whatTheCatalogNamesIsPulledByItselfAndCarriesItsCommit() throws IOException {
		String commit = this.team.file("books/cache.md", CACHE)
			.file("books/night/disk.md", "# Disk\n")
			.file("README.md", "# Not a runbook\n")
			.file("books/.github/x.md", "# Hidden\n")
			.push("main", "Say how to look at the cache");
		name("books");
		awaitRunbooks("cache.md", "night-disk.md");
		Revision revision = this.runbooks.revision(id("cache.md")).orElseThrow();
		assertThat(revision).isEqualTo(new Revision(commit, "Say how to look at the cache", "Ada",
				java.time.Instant.parse("2026-01-02T03:04:05Z")));
		assertThat(this.runbooks.find(id("cache.md")).orElseThrow().version())
			.endsWith(" of commit " + commit.substring(0, 12));
		assertThat(this.data.resolve("pulls")).isEmptyDirectory();
	}

	@Test
	void aPullBringsWhatWasPushedAndTakesAwayWhatIsGone() throws IOException {
		this.team.file("cache.md", CACHE).file("old.md", "# Old\n").push("main", "One");
		name("");
		awaitRunbooks("cache.md", "old.md");
		assertThat(this.pulls.pull(this.system).subject()).isEqualTo("One");
		String second = this.team.without("old.md").file("new.md", "# New\n").push("main", "Two");

		assertThat(this.pulls.pull(this.system).commit()).isEqualTo(second);

		assertThat(files()).containsExactly("cache.md", "new.md");
		assertThat(this.records.page(AuditFilter.ALL, Long.MAX_VALUE, 0, 50))
			.filteredOn((record) -> record.target().equals(this.system.value()))
			.extracting((record) -> record.action(), (record) -> record.result(),
					(record) -> record.details().get("to"))
			.contains(tuple("runbook.pull", "INTENDED", second), tuple("runbook.pull", "SUCCEEDED", second));
	}

	@Test
	void aPullThatFailsLeavesWhatWasThereAndSaysWhenItLastWorked() throws IOException {
		this.team.file("cache.md", CACHE).push("main", "One");
		name("");
		awaitRunbooks("cache.md");
		Files.move(this.folder.resolve("team.git"), this.folder.resolve("gone"));

		Problem problem = catchThrowableOfType(Problem.class, () -> this.pulls.pull(this.system));

		assertThat(problem.getMessage()).contains(this.team.url());
		assertThat(files()).containsExactly("cache.md");
		PullState state = this.pulls.state(this.system).orElseThrow();
		assertThat(state.trouble()).isEqualTo(problem.getMessage());
		assertThat(state.pulledAt()).isBefore(state.triedAt());
		Files.move(this.folder.resolve("gone"), this.folder.resolve("team.git"));
		this.pulls.pull(this.system);
		assertThat(this.pulls.state(this.system).orElseThrow().trouble()).isNull();
	}

	@Test
	void whatMeansHarmIsNamedAndTheRestIsRead() throws IOException {
		this.team.file("cache.md", CACHE)
			.link("passwd.md", "/etc/passwd")
			.submodule("module.md")
			.file("huge.md", new byte[9_000_000])
			.file("binary.md", new byte[] { 'a', 0 })
			.file("a-b.md", "# One\n")
			.file("a/b.md", "# Other\n")
			.push("main", "Harm");
		name("");
		awaitRunbooks("a-b.md", "cache.md");
		assertThat(this.runbooks.troubles()).filteredOn((trouble) -> trouble.id().system().equals(this.system))
			.allSatisfy((trouble) -> assertThat(trouble.refused()).isTrue())
			.extracting((trouble) -> trouble.id().file())
			.containsExactlyInAnyOrder("a/b.md", "binary.md", "huge.md", "module.md", "passwd.md");
	}

	@Test
	void whatIsTooMuchIsRefusedAndNothingStaysOnTheDisk() throws IOException {
		byte[] noise = new byte[25_000_000];
		new java.util.Random(3).nextBytes(noise);
		this.team.file("cache.md", CACHE).file("film.bin", noise).push("main", "A film");
		name("");
		Awaitility.await().until(() -> this.documents.state(this.system).map(PullState::trouble).isPresent());
		assertThat(this.documents.state(this.system).orElseThrow().trouble()).contains("more than 20 MB");
		assertThat(files()).isEmpty();
		assertThat(this.data.resolve("pulls")).isEmptyDirectory();
	}

	@Test
	void aBranchThatIsNotThereIsNamed() throws IOException {
		this.team.file("cache.md", CACHE).push("trunk", "One");
		name("");
		Awaitility.await().until(() -> this.documents.state(this.system).map(PullState::trouble).isPresent());
		assertThat(this.documents.state(this.system).orElseThrow().trouble()).contains("no branch 'main'");
	}

	@Test
	void onlyManagersAndAdministratorsMayPull() throws IOException {
		this.team.file("cache.md", CACHE).push("main", "One");
		name("");
		SecurityContextHolder.clearContext();
		SignedIn.as(this.context, Role.OPERATOR);
		assertThat(catchThrowableOfType(Problem.class, () -> this.pulls.pull(this.system)).category())
			.isEqualTo(Category.REFUSED_BY_POLICY);
	}

	@Test
	void aHookThatKnowsTheSecretBringsAPullAndItsReplayNothing() throws Exception {
		this.team.file("cache.md", CACHE).push("main", "One");
		name("");
		awaitRunbooks("cache.md");
		this.team.file("new.md", "# New\n").push("main", "Two");
		String body = "{\"ref\":\"refs/heads/main\"}";
		SecurityContextHolder.clearContext();
		assertThat(hook(body, "X-Hub-Signature-256", signed(body))).isEqualTo(202);
		awaitRunbooks("cache.md", "new.md");
		assertThat(hook(body, "X-Hub-Signature-256", signed(body))).isEqualTo(202);
		assertThat(hook(body, "X-Gitlab-Token", SECRET)).isEqualTo(202);
		assertThat(hook("no json", "Authorization", "Bearer " + SECRET)).isEqualTo(202);
		Awaitility.await().until(() -> this.documents.state(this.system).orElseThrow().wantedAt() == null);
		assertThat(files()).containsExactly("cache.md", "new.md");
	}

	@Test
	void aHookThatDoesNotIsRefused() throws Exception {
		this.team.file("cache.md", CACHE).push("main", "One");
		name("");
		String body = "{\"ref\":\"refs/heads/main\"}";
		assertThat(hook(body, "X-Hub-Signature-256", signed(body + " "))).isEqualTo(401);
		assertThat(hook(body, "X-Hub-Signature-256", "sha256=")).isEqualTo(401);
		assertThat(hook(body, "X-Gitlab-Token", "guess")).isEqualTo(401);
		assertThat(hook(body, "Authorization", "Bearer")).isEqualTo(401);
		assertThat(hook(body, "X-Nothing", "x")).isEqualTo(401);
		SignedIn.as(this.context, Role.MANAGER);
		assertThat(this.records.page(AuditFilter.ALL, Long.MAX_VALUE, 0, 50))
			.filteredOn((record) -> record.toString().contains("runbook.hook")
					&& record.toString().contains(this.system.value()))
			.as("once a minute")
			.hasSize(1);
		assertThat(hook("x".repeat(GitHooks.LARGEST + 1), "X-Gitlab-Token", SECRET)).isEqualTo(413);
		assertThat(hook("{\"ref\":\"refs/heads/other\"}", "X-Gitlab-Token", SECRET)).isEqualTo(200);
		assertThat(mvc().perform(post("/hooks/git/nobody").content(body)).andReturn().getResponse().getStatus())
			.isEqualTo(404);
		assertThat(mvc().perform(post("/hooks/other").content(body)).andReturn().getResponse().getStatus())
			.isEqualTo(403);
	}

	@Test
	void aHookThatCannotBeStoredIsAskedToComeAgain() throws IOException {
		this.team.file("cache.md", CACHE).push("main", "One");
		name("");
		GitHooks hooks = new GitHooks(
				new GitPulls(this.catalog, new BrokenStore(), null, this.documents, SignedIn.as(), (event) -> {
				}, java.time.Clock.systemUTC()), this.context.getBean(io.watchfloor.catalog.Secrets.class));
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/hooks/git/" + this.system);
		request.addHeader("X-Gitlab-Token", SECRET);
		request.setContent("{}".getBytes(StandardCharsets.UTF_8));
		var answer = hooks.pushed(this.system.value(), request);
		assertThat(answer.getStatusCode().value()).isEqualTo(503);
		assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
	}

	private int hook(String body, String header, String value) throws Exception {
		return mvc().perform(post("/hooks/git/" + this.system).content(body).header(header, value))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private MockMvc mvc() {
		return MockMvcBuilders.webAppContextSetup(this.context).addFilters(this.security).build();
	}

	private static String signed(String body) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
	}

	private void name(String books) throws IOException {
		Path file = this.data.resolve("catalog/" + this.system + "/system.yaml");
		Path secret = Files.writeString(this.folder.resolve("secret"), SECRET);
		Files.createDirectories(file.getParent());
		this.catalog.systems();
		Files.writeString(file, """
				name: Pulled
				owner: Team
				environments: []
				git:
				  url: %s
				  secrets: { webhook: "file:%s" }
				""".formatted(this.team.url(), secret) + (books.isEmpty() ? "" : "  folder: " + books + "\n"));
		Awaitility.await().until(() -> this.catalog.system(this.system).isPresent());
	}

	private void awaitRunbooks(String... names) {
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(files()).as("%s", this.documents.state(this.system)).containsExactly(names));
	}

	private List<String> files() {
		return this.runbooks.all()
			.stream()
			.map(Runbook::id)
			.filter((id) -> id.system().equals(this.system))
			.map(RunbookId::file)
			.sorted()
			.toList();
	}

	private RunbookId id(String file) {
		return new RunbookId(this.system, file);
	}

	/** A database that is away. */
	private static final class BrokenStore implements PullStore {

		@Override
		public List<PullState> states() {
			throw away();
		}

		@Override
		public List<PulledFile> files(SystemId system) {
			throw away();
		}

		@Override
		public void want(SystemId system, io.watchfloor.catalog.GitSource source, java.time.Instant at, String by) {
			throw away();
		}

		@Override
		public java.util.Optional<String> claim(SystemId system, java.time.Instant now, java.time.Instant until) {
			throw away();
		}

		@Override
		public void pulled(SystemId system, io.watchfloor.catalog.GitSource source, Revision revision,
				List<PulledFile> files, java.time.Instant at) {
			throw away();
		}

		@Override
		public void same(SystemId system, java.time.Instant at) {
			throw away();
		}

		@Override
		public void failed(SystemId system, String trouble, java.time.Instant at) {
			throw away();
		}

		private static RuntimeException away() {
			return new org.springframework.dao.DataAccessResourceFailureException("away", new java.sql.SQLException());
		}

	}

}
