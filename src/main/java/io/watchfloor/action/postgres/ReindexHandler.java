package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * REINDEX CONCURRENTLY; done when each index is a new one, valid, with nothing left over.
 */
@Component
class ReindexHandler extends SessionChange<Reindex, PostgresSession> {

	ReindexHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Reindex> type() {
		return new ActionType<>("postgres.reindex", Reindex.class, "postgres");
	}

	@Override
	protected Plan plan(Reindex action, PostgresSession session, Instant at) {
		if (session.version() < 120_000) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"PostgreSQL before 12 cannot rebuild an index while others write. Plan a maintenance window.");
		}
		List<IndexState> indexes = IndexState.of(action, session);
		List<Plan.Change> changes = indexes.stream()
			.map((index) -> new Plan.Change(index.name(), index.size() + (index.valid() ? "" : ", invalid"),
					"rebuilt, valid"))
			.toList();
		return new Plan(List.of(new Plan.Call(sql(action, indexes.getFirst()))), changes, List.of(
				"Needs free disk for a second copy of each index while it runs.",
				"Reads and writes go on (SHARE UPDATE EXCLUSIVE lock); it waits for every transaction that is open now."),
				warnings(indexes, session), List.of(),
				"Not needed: the definition stays. A broken run leaves an index named " + "…_ccnew, to be dropped.",
				new Plan.DoneWhen("every index is rebuilt and valid", Duration.ZERO, Duration.ofMinutes(2)),
				markers(indexes), at);
	}

	private static String sql(Reindex action, IndexState index) {
		return (action.kind() == Reindex.Kind.INDEX) ? "REINDEX INDEX CONCURRENTLY " + index.name()
				: "REINDEX TABLE CONCURRENTLY " + index.table();
	}

	private static List<Plan.Warning> warnings(List<IndexState> indexes, PostgresSession session) {
		List<Plan.Warning> warnings = new ArrayList<>();
		IndexState.leftovers(indexes.getFirst(), session)
			.forEach((name) -> warnings.add(new Plan.Warning(true,
					name + " is left over from a broken rebuild; drop it with DROP INDEX CONCURRENTLY.")));
		session.rows("""
				SELECT pid, round(extract(epoch FROM clock_timestamp() - xact_start)) AS age FROM pg_stat_activity
				WHERE xact_start < clock_timestamp() - interval '1 minute' AND pid <> pg_backend_pid()""")
			.forEach((row) -> warnings.add(new Plan.Warning(false,
					"The transaction of process %s is open for %s s; the ".formatted(row.get("pid"), row.get("age"))
							+ "rebuild waits for it.")));
		return warnings;
	}

	private static SortedMap<String, String> markers(List<IndexState> indexes) {
		SortedMap<String, String> markers = new TreeMap<>();
		indexes.forEach((index) -> markers.put("index " + index.name(), index.oid()));
		return markers;
	}

	@Override
	protected Outcome execute(Reindex action, Plan plan, PostgresSession session, RunContext context) {
		Plan.Call call = plan.calls().getFirst();
		context.making(call);
		try {
			session.execute(call.text(), context);
			return new Outcome.Succeeded("Rebuilt.", Map.of("indexes", Integer.toString(plan.markers().size())));
		}
		catch (Problem problem) {
			return ended(problem, context, "An index named …_ccnew may be left over.");
		}
	}

	@Override
	protected Verification verify(Reindex action, Plan plan, PostgresSession session) {
		List<IndexState> now = IndexState.of(action, session);
		long rebuilt = rebuilt(plan, now);
		long left = IndexState.leftovers(now.getFirst(), session).size();
		String observed = "%d of %d indexes rebuilt and valid, %d left over".formatted(rebuilt, plan.markers().size(),
				left);
		return new Verification(
				(rebuilt == plan.markers().size() && left == 0) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				observed);
	}

	/** A rebuilt index is another object under the same name. */
	private static long rebuilt(Plan plan, List<IndexState> now) {
		return now.stream()
			.filter((index) -> index.valid() && plan.markers().containsKey("index " + index.name())
					&& !index.oid().equals(plan.markers().get("index " + index.name())))
			.count();
	}

	@Override
	protected Settlement probe(Reindex action, Plan plan, PostgresSession session) {
		List<IndexState> now = IndexState.of(action, session);
		long rebuilt = rebuilt(plan, now);
		boolean untouched = markers(now).equals(plan.markers())
				&& IndexState.leftovers(now.getFirst(), session).isEmpty();
		Settlement.Finding finding = (rebuilt == plan.markers().size()) ? Settlement.Finding.HAPPENED
				: untouched ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, rebuilt + " of " + plan.markers().size() + " indexes were rebuilt");
	}

}
