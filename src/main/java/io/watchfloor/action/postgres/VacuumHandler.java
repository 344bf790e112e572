package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import io.watchfloor.kernel.Counted;
import org.springframework.stereotype.Component;

/** One statement per table, or one for the whole database as the line has it. */
@Component
class VacuumHandler extends SessionChange<Vacuum, PostgresSession> {

	VacuumHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Vacuum> type() {
		return new ActionType<>("postgres.vacuum", Vacuum.class, "postgres");
	}

	@Override
	protected Plan plan(Vacuum action, PostgresSession session, Instant at) {
		List<TableState> tables = TableState.of(action, session);
		List<Plan.Change> changes = tables.stream()
			.limit(50)
			.map((table) -> new Plan.Change("last run on " + table.name(), table.last(), "now"))
			.toList();
		List<String> effects = List.of(
				Counted.of(tables.size(), "table") + ", "
						+ Counted.of(tables.stream().mapToLong(TableState::dead).sum(), "dead row"),
				"Reads and writes go on; the disk and cache are busier for a while.");
		List<String> samples = tables.stream().limit(20).map(TableState::words).toList();
		return new Plan(calls(action, tables), changes, effects, warnings(session), samples,
				"Not needed: no data changes. Cancelling stops between tables.",
				new Plan.DoneWhen("the last run on every table is newer than now", Duration.ZERO,
						Duration.ofMinutes(2)),
				markers(tables), at);
	}

	private static List<Plan.Call> calls(Vacuum action, List<TableState> tables) {
		return action.tables().isEmpty() ? List.of(new Plan.Call(action.mode().sql()))
				: tables.stream().map((table) -> new Plan.Call(action.mode().sql() + " " + table.name())).toList();
	}

	private static List<Plan.Warning> warnings(PostgresSession session) {
		return session.rows("SELECT pid, relid::regclass::text AS relation FROM pg_stat_progress_vacuum")
			.stream()
			.map((row) -> new Plan.Warning(false,
					"Process %s vacuums %s already.".formatted(row.get("pid"), row.get("relation"))))
			.toList();
	}

	private static SortedMap<String, String> markers(List<TableState> tables) {
		SortedMap<String, String> markers = new TreeMap<>();
		tables.forEach((table) -> markers.put("last run " + table.oid() + " " + table.name(), table.last()));
		return markers;
	}

	@Override
	protected Outcome execute(Vacuum action, Plan plan, PostgresSession session, RunContext context) {
		int done = 0;
		for (Plan.Call call : plan.calls()) {
			if (context.cancelled()) {
				return new Outcome.Failed(
						"Stopped on request after " + done + " of " + plan.calls().size() + " statements.");
			}
			context.making(call);
			try {
				session.execute(call.text(), context);
			}
			catch (Problem problem) {
				return ended(problem, context, done + " of " + plan.calls().size() + " statements were done.");
			}
			context.progress(++done, plan.calls().size(), "statements");
		}
		return new Outcome.Succeeded(done + " statements done.", Map.of("statements", Integer.toString(done)));
	}

	@Override
	protected Verification verify(Vacuum action, Plan plan, PostgresSession session) {
		long moved = moved(action, plan, session);
		return new Verification(
				(moved == plan.markers().size()) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				moved + " of " + plan.markers().size() + " tables were run on since the plan");
	}

	private static long moved(Vacuum action, Plan plan, PostgresSession session) {
		SortedMap<String, String> now = markers(TableState.of(action, session));
		return plan.markers()
			.entrySet()
			.stream()
			.filter((was) -> !was.getValue().equals(now.get(was.getKey())))
			.count();
	}

	@Override
	protected Settlement probe(Vacuum action, Plan plan, PostgresSession session) {
		long moved = moved(action, plan, session);
		Settlement.Finding finding = (moved == 0) ? Settlement.Finding.DID_NOT_HAPPEN
				: (moved == plan.markers().size()) ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, moved + " of " + plan.markers().size() + " tables were run on since the plan");
	}

}
