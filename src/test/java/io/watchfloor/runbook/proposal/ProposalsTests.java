package io.watchfloor.runbook.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.reading.RunbookReader;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** With the real catalog, store and log. */
@IntegrationTest
class ProposalsTests {

	private static final String FILE = """
			# Ours: hands off
			name: Depot   # as people say it
			owner: Team

			severities:
			  # the worst
			  - label: P1   # keep this comment
			    rank: 1
			    meaning: Down
			    respondWithin: 30m
			thresholds:
			  - { metric: Error rate, unit: "%", warning: "> 2" }   # measured in May
			environments: []
			""";

	private static final String TEXT = """
			# Depot

			| Severity | Meaning | Response time |
			|---|---|---|
			| P1 | All is down | 15 minutes |
			| P2 | Half of it: "slow" # bad | 1 hour |

			| Metric | Warning | Critical |
			|---|---|---|
			| Error rate | > 1% | > 5% |
			| Queue | high | > 100 |
			| Latency p95 | > 500ms | > 2000ms |

			| Task | Frequency | Time | Duration |
			|---|---|---|---|
			| Vacuum | Weekly | Sunday 03:00 UTC | 10-20 min |
			| Look around | Now and then | | |

			| Component | RTO | RPO |
			|---|---|---|
			| Database | 1-2 hours | 24 hours |

			## On-call contacts

			- Ada: +49 30 1234567
			""";

	@Autowired
	ApplicationContext context;

	@Autowired
	Proposals proposals;

	@Autowired
	RunbookReader reader;

	@Autowired
	Catalog catalog;

	@Value("${watchfloor.data}")
	Path data;

	/** The store is shared, and remembers what was dismissed. */
	private final SystemId system = new SystemId("depot-" + System.nanoTime());

	private Runbook book;

	@BeforeEach
	void prepare() throws IOException {
		SignedIn.as(this.context, Role.ADMINISTRATOR);
		this.catalog.systems();
		Files.createDirectories(file().getParent());
		Files.writeString(file(), FILE);
		Awaitility.await().until(() -> this.catalog.system(this.system).isPresent());
		this.book = this.reader.read(new RunbookId(this.system, "depot.md"), TEXT);
	}

	@AfterEach
	void signOut() throws IOException {
		Files.deleteIfExists(file());
		SecurityContextHolder.clearContext();
	}

	@Test
	void whatTheDocumentSaysIsOfferedWithItsLineAndWhatTheFileSaysInstead() {
		assertThat(open())
			.extracting(Proposal::kind, Proposal::title, Proposal::line, (one) -> one.differs().keySet(),
					(one) -> one.change() != null)
			.containsExactly(tuple("Severity", "P1", 5, java.util.Set.of("respondWithin"), true),
					tuple("Severity", "P2", 6, java.util.Set.of(), true),
					tuple("Threshold", "Error rate", 10, java.util.Set.of("warning", "critical"), true),
					tuple("Threshold", "Queue", 11, java.util.Set.of(), false),
					tuple("Threshold", "Latency p95", 12, java.util.Set.of(), true),
					tuple("Schedule", "Vacuum", 16, java.util.Set.of(), true),
					tuple("Schedule", "Look around", 17, java.util.Set.of(), false),
					tuple("Recovery target", "Database", 21, java.util.Set.of(), true),
					tuple("Contact", "Ada", 25, java.util.Set.of(), true));
		assertThat(proposal("P1").differs()).containsEntry("respondWithin", "30m");
		assertThat(proposal("Queue").trouble()).contains("'high'");
	}

	@Test
	void acceptingWritesOneEntryAndLeavesTheRestOfTheFile() throws IOException {
		for (String title : List.of("P2", "Latency p95", "Vacuum", "Database", "Ada", "P1", "Error rate")) {
			this.proposals.accept(this.book, proposal(title));
			assertThat(this.catalog.errors()).filteredOn((error) -> error.file().startsWith("depot")).isEmpty();
		}
		assertThat(open()).extracting(Proposal::title).containsExactly("Queue", "Look around");
		assertThat(Files.readString(file())).isEqualTo(
				"""
						# Ours: hands off
						name: Depot   # as people say it
						owner: Team

						severities:
						  # the worst
						  - label: P1   # keep this comment
						    rank: 1
						    meaning: Down
						    respondWithin: 15m
						  - label: P2
						    rank: 2
						    meaning: "Half of it: \\"slow\\" # bad"
						    respondWithin: 1h
						thresholds:
						  - { metric: Error rate, unit: "%", warning: "> 1", critical: "> 5" }   # measured in May
						  - { metric: Latency p95, unit: ms, warning: "> 500", critical: "> 2000", origin: "depot.md:12" }
						environments: []

						schedules:
						  - { task: Vacuum, every: week, day: sunday, at: "03:00", zone: UTC, takes: 10m..20m, origin: "depot.md:16" }

						recovery:
						  - { component: Database, time: 1h..2h, point: 24h, origin: "depot.md:21" }

						contacts:
						  - { role: Ada, name: Ada, reach: "+49 30 1234567" }
						""");
		OperatedSystem now = this.catalog.system(this.system).orElseThrow();
		assertThat(now.severities()).extracting(OperatedSystem.Severity::respondWithin)
			.containsExactly(Duration.ofMinutes(15), Duration.ofHours(1));
		assertThat(file().resolveSibling(".versions")).isDirectory();
	}

	@Test
	void whatIsDismissedStaysAwayUntilTheDocumentSaysSomethingElse() {
		this.proposals.dismiss(this.book, proposal("Vacuum"));
		assertThat(open()).extracting(Proposal::title).doesNotContain("Vacuum");
		this.book = this.reader.read(new RunbookId(this.system, "depot.md"), "\n\n" + TEXT);
		assertThat(open()).extracting(Proposal::title).doesNotContain("Vacuum");
		this.book = this.reader.read(new RunbookId(this.system, "depot.md"), TEXT.replace("03:00", "04:00"));
		assertThat(open()).extracting(Proposal::title).contains("Vacuum");
	}

	@Test
	void aFileThatChangedMeanwhileIsNotWritten() throws IOException {
		Proposal seen = proposal("Database");
		Files.writeString(file(), FILE + "# more\n");
		assertThat(catchThrowableOfType(Problem.class, () -> this.proposals.accept(this.book, seen)).category())
			.isEqualTo(Category.STALE);
		assertThat(file()).hasContent(FILE + "# more\n");
	}

	@Test
	void anEntryThatWouldBreakTheFileIsNotWritten() throws IOException {
		Files.writeString(file(), FILE.replace("warning: \"> 2\"", "warning: \"< 2\""));
		Runbook other = this.reader.read(new RunbookId(this.system, "depot.md"),
				"| Metric | Critical |\n|---|---|\n| Error rate | > 5% |\n");
		Proposal opposed = this.proposals.of(other).getFirst();
		Problem problem = catchThrowableOfType(Problem.class, () -> this.proposals.accept(other, opposed));
		assertThat(problem.getMessage()).contains("critical begins before warning").contains("Nothing was written");
		assertThat(Files.readString(file())).doesNotContain("critical");
	}

	@Test
	void onlyManagersAndAdministratorsMay() throws IOException {
		Proposal seen = proposal("Database");
		SecurityContextHolder.clearContext();
		SignedIn.as(this.context, Role.OPERATOR);
		assertThat(this.proposals.allowed()).isFalse();
		assertThat(catchThrowableOfType(Problem.class, () -> this.proposals.accept(this.book, seen)).category())
			.isEqualTo(Category.REFUSED_BY_POLICY);
		assertThat(catchThrowableOfType(Problem.class, () -> this.proposals.dismiss(this.book, seen)).category())
			.isEqualTo(Category.REFUSED_BY_POLICY);
		assertThat(file()).hasContent(FILE);
	}

	private List<Proposal> open() {
		return this.proposals.of(this.book);
	}

	private Proposal proposal(String title) {
		return open().stream().filter((one) -> one.title().equals(title)).findFirst().orElseThrow();
	}

	private Path file() {
		return this.data.resolve("catalog/" + this.system + "/system.yaml");
	}

}
