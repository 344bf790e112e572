package io.watchfloor.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Auditable;
import io.watchfloor.kernel.Problem;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuditLogTests {

	@TempDir
	private Path folder;

	private final AuditDatabase database = new AuditDatabase();

	private final List<AuditFixture> nodes = new ArrayList<>();

	@AfterEach
	void stop() throws Exception {
		for (AuditFixture node : this.nodes) {
			node.close();
		}
		this.database.close();
	}

	private AuditLog node(Redaction... redactions) {
		AuditFixture node = new AuditFixture(this.database.source(), this.folder.resolve("node" + this.nodes.size()),
				AuditFixture.SETTINGS, Clock.systemUTC(), redactions);
		this.nodes.add(node);
		return node.log();
	}

	@Test
	void theFirstRecordHasSequenceOneAndFollowsZeros() {
		assertThat(node().append(AuditFixture.entry("step.intended"))).isEqualTo(1);
		assertThat(texts("select encode(previous_hash, 'hex') from audit.record")).containsExactly("0".repeat(64));
	}

	@Test
	void callersOfTwoNodesShareOneChainWithoutAGap() throws Exception {
		List<AuditLog> logs = List.of(node(), node());
		List<Future<Long>> sequences = new ArrayList<>();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, 600)
				.forEach((number) -> sequences
					.add(callers.submit(() -> logs.get(number % 2).append(AuditFixture.entry("step.intended")))));
		}
		assertThat(sequences.stream().map(Future::resultNow).sorted())
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
		assertThat(texts("select count(distinct xmin::text)::text from audit.record").getFirst())
			.as("commits for 600 records")
			.satisfies((commits) -> assertThat(Integer.parseInt(commits)).isLessThan(300));
		assertThat(texts("""
				select r.sequence::text from audit.record r join audit.record p on p.sequence = r.sequence - 1
				where r.previous_hash <> p.hash""")).isEmpty();
	}

	@Test
	void whatIsStoredHasTheHashThatTheDocumentationTells() {
		AuditLog log = node();
		log.append(new AuditEntry(Actor.SYSTEM, "step.intended", "Zürich \uD83D\uDE00", null, null, "UNKNOWN",
				Map.of("b", "", "a", "1\n2", "\uD83D\uDE00", "x", "\uFFFD", "y")));
		// The format written out by hand, in PostgreSQL, which sorts nothing here
		assertThat(
				texts("""
						select encode(sha256(convert_to(
						  E'watchfloor-audit-1\\n1:1,27:' || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
						  || ',6:system,10:Watchfloor,13:step.intended,12:Zürich 😀,-,-,7:UNKNOWN,1:4,'
						  || E'1:a,3:1\\n2,1:b,0:,3:\uFFFD,1:y,4:😀,1:x,64:' || repeat('0', 64) || ',', 'UTF8')), 'hex')
						  = encode(hash, 'hex') from audit.record"""))
			.containsExactly("true");
	}

	@Test
	void charactersThatPostgresRefusesAndSecretsAreReplacedBeforeHashing() {
		AuditLog log = node((text) -> text.replace("hunter2", "[hidden]"));
		log.append(new AuditEntry(Actor.SYSTEM, "key.deleted", "a\0b hunter2", null, "because \uD800 hunter2",
				"SUCCEEDED", Map.of("command", "login hunter2\0")));
		assertThat(texts("select target || '|' || reason || '|' || (details->>'command') from audit.record"))
			.containsExactly("a\u2400b [hidden]|because \uFFFD [hidden]|login [hidden]\u2400");
	}

	@Test
	void anEntryThatCannotBeRecordedIsRefusedAtOnceAndKeepsNobodyOut() {
		AuditLog log = node();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> log.append(new AuditEntry(Actor.SYSTEM, "a.b", "t", null, null, "PROBABLY", Map.of())))
			.withMessageContaining("PROBABLY");
		assertThat(log.append(AuditFixture.entry("step.intended"))).isEqualTo(1);
	}

	@Test
	void theOwnerCannotChangeRemoveOrInsertOutOfOrder() {
		node().append(AuditFixture.entry("step.intended"));
		for (String change : List.of("update audit.record set reason = 'x'", "delete from audit.record",
				"truncate audit.record", "set session_replication_role = replica; delete from audit.record")) {
			assertThatExceptionOfType(DataAccessException.class).as(change)
				.isThrownBy(() -> this.database.execute(change))
				.withMessageContaining("only grows");
		}
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.database.execute("""
				insert into audit.record select 3, recorded_at, actor_id, actor_name, action, target,
				  plan_fingerprint, reason, result, details, hash, hash from audit.record"""))
			.withMessageContaining("does not follow");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.database.execute("""
				insert into audit.record select 2, recorded_at, actor_id, actor_name, action, target,
				  plan_fingerprint, reason, result, details, previous_hash, hash from audit.record"""))
			.withMessageContaining("does not follow");
	}

	@Test
	void anAuditableEventIsRecordedBeforePublishingReturnsAndItsFailurePropagates() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
			AuditLog log = node();
			context.registerBean(AuditableListener.class, () -> new AuditableListener(log));
			context.refresh();
			context.publishEvent(new SignedIn(Actor.SYSTEM, "session.signed-in", "olga"));
			assertThat(texts("select action from audit.record")).containsExactly("session.signed-in");
			this.database.execute("alter table audit.record rename to elsewhere");
			assertThatExceptionOfType(Problem.class)
				.isThrownBy(() -> context.publishEvent(new SignedIn(Actor.SYSTEM, "session.signed-in", "olga")))
				.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.UNREACHABLE));
			assertThat(log.writable()).isFalse();
		}
	}

	private List<String> texts(String query) {
		return this.database.jooq().resultQuery(query).fetch((row) -> String.valueOf(row.get(0)));
	}

	private record SignedIn(Actor actor, String action, String target) implements Auditable {
	}

}
