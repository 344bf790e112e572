package io.watchfloor.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.audit.persistence.Stores;
import io.watchfloor.kernel.Actor;
import org.jooq.TXTFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A year's log: what a person clicks stays quick, because no page reads the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditScaleTests {

	private static final int RECORDS = Integer.getInteger("audit.records", 100_000);

	/** Twice what a click may take: the machine that tests is seldom idle. */
	private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

	private static final Instant FAR_OFF = Instant.parse("2120-01-01T00:00:00Z");

	private final AuditDatabase database = new AuditDatabase();

	private AuditFixture audit;

	@BeforeAll
	void fill(@TempDir Path folder) throws Exception {
		this.audit = new AuditFixture(this.database.source(), folder);
		try (ExecutorService writers = Executors.newFixedThreadPool(250)) {
			List<Callable<Long>> appends = IntStream.range(0, RECORDS)
				.<Callable<Long>>mapToObj((number) -> () -> this.audit.log.append(entry(number)))
				.toList();
			for (Future<Long> done : writers.invokeAll(appends)) {
				done.get();
			}
		}
		this.database.execute("vacuum analyze audit.record");
	}

	@AfterAll
	void stop() {
		this.audit.close();
		this.database.close();
	}

	/** Some people, many targets, and one word that is very rare. */
	private static AuditEntry entry(int number) {
		String person = "Person " + number % 40;
		String action = List.of("step.intended", "step.outcome", "step.verified", "run.started").get(number % 4);
		String target = "system-" + number % 7 + "/production/target" + number % 900;
		String reason = (number == 31_415) ? "the needle" : "Redis keys are stale again, ticket " + number;
		return new AuditEntry(new Actor("id-" + number % 40, person), action, target, "ab".repeat(32), reason,
				(number % 4 == 0) ? "INTENDED" : "SUCCEEDED", Map.of("run", "r" + number / 10, "step", "3"));
	}

	static Stream<AuditFilter> searches() {
		return Stream.of(AuditFilter.ALL, text("person 7"), text("target77"), text("step.intended"), text("needle"),
				text("redis stale"), text("nothing-has-this"), text("t"), text("ticket 99999"), text("person needle"),
				new AuditFilter("", "step.outcome", "", null, null),
				new AuditFilter("target12", "step.outcome", "", null, null),
				new AuditFilter("", "", "SUCCEEDED", null, null), new AuditFilter("", "", "FAILED", null, null),
				new AuditFilter("redis", "run.started", "INTENDED", null, null),
				new AuditFilter("", "", "", LONG_AGO, LONG_AGO.plusSeconds(3600)),
				new AuditFilter("redis", "", "", LONG_AGO, FAR_OFF));
	}

	private static AuditFilter text(String text) {
		return new AuditFilter(text, "", "", null, null);
	}

	@ParameterizedTest
	@MethodSource("searches")
	void aPageIsFoundByAnIndex(AuditFilter search) {
		List<String> statements = new ArrayList<>();
		RecordSource told = Stores.records(this.database.source(), statements::add);
		told.before(RECORDS / 2, search, 0, 50);
		String plan = this.database.jooq().fetch("explain " + statements.getFirst()).format(TXTFormat.DEFAULT);
		assertThat(plan).contains("Index").doesNotContain("Seq Scan");
	}

}
