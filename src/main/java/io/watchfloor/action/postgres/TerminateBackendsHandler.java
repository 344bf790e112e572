package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Reaches a process only while pid and start, and for a cancel the query, are the plan's.
 */
@Component
class TerminateBackendsHandler extends SessionChange<TerminateBackends, PostgresSession> {

	TerminateBackendsHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<TerminateBackends> type() {
		return new ActionType<>("postgres.terminate-backends", TerminateBackends.class, "postgres");
	}

	@Override
	protected Plan plan(TerminateBackends action, PostgresSession session, Instant at) {
		List<Backend> backends = Backend.all(action, session);
		SortedMap<String, String> markers = new TreeMap<>();
		backends.forEach((backend) -> markers.put("pid " + backend.pid(), backend.marker(action.mode())));
		String after = (action.mode() == TerminateBackends.Mode.CANCEL) ? "query cancelled" : null;
		return new Plan(backends.stream().map((backend) -> call(action, backend)).toList(),
				backends.stream()
					.map((backend) -> new Plan.Change("pid " + backend.pid(), backend.words(), after))
					.toList(),
				List.of("Open transactions roll back; applications see an error and connect again."),
				backends.stream().map(Backend::warning).flatMap(Optional::stream).toList(), List.of(),
				"None: what was rolled back must be done again by its owner.",
				new Plan.DoneWhen((after != null) ? "none of the queries runs" : "none of the processes is there",
						Duration.ZERO, Duration.ofSeconds(30)),
				markers, at);
	}

	private static Plan.Call call(TerminateBackends action, Backend backend) {
		return new Plan.Call("SELECT %s(%d), started %s".formatted(action.mode().function(), backend.pid(),
				backend.marker(action.mode())));
	}

	@Override
	protected Outcome execute(TerminateBackends action, Plan plan, PostgresSession session, RunContext context) {
		int reached = 0;
		List<Integer> pids = pids(plan);
		for (int number = 0; number < pids.size(); number++) {
			if (context.cancelled()) {
				return new Outcome.Failed("Stopped on request after " + reached + " processes.");
			}
			context.making(plan.calls().get(number));
			int pid = pids.get(number);
			try {
				boolean hit = send(action, pid, plan.markers().getOrDefault("pid " + pid, ""), session);
				context.output("Process " + pid + (hit ? " was told" : " was gone already"));
				reached += hit ? 1 : 0;
			}
			catch (Problem problem) {
				return afterSending(problem, reached + " processes were told before.");
			}
		}
		return new Outcome.Succeeded(reached + " processes were told.", Map.of("reached", Integer.toString(reached)));
	}

	/** Those of the plan, in the order of its calls. */
	private static List<Integer> pids(Plan plan) {
		return plan.markers().keySet().stream().map((key) -> Integer.valueOf(key.substring(4))).sorted().toList();
	}

	/** The server compares the start itself, in the same statement. */
	private static boolean send(TerminateBackends action, int pid, String marker, PostgresSession session) {
		String started = marker.replaceFirst(" query .*", "");
		String queried = marker.contains(" query ") ? marker.replaceFirst(".* query ", "") : "";
		return session
			.rows("""
					SELECT %s(pid) AS told FROM pg_stat_activity WHERE pid = ?
					  AND to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') = ?
					  AND (? = '' OR to_char(query_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') = ?)"""
				.formatted(action.mode().function()), pid, started, queried, queried)
			.stream()
			.anyMatch((row) -> "t".equals(row.get("told")));
	}

	@Override
	protected Verification verify(TerminateBackends action, Plan plan, PostgresSession session) {
		long left = left(action, plan, session);
		return new Verification((left == 0) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				left + " of " + pids(plan).size() + " still there");
	}

	private static long left(TerminateBackends action, Plan plan, PostgresSession session) {
		return pids(plan).stream()
			.flatMap((pid) -> Backend.find(pid, session).stream())
			.filter((backend) -> backend.marker(action.mode()).equals(plan.markers().get("pid " + backend.pid())))
			.filter((backend) -> action.mode() == TerminateBackends.Mode.TERMINATE || backend.state().equals("active"))
			.count();
	}

	@Override
	protected Settlement probe(TerminateBackends action, Plan plan, PostgresSession session) {
		long left = left(action, plan, session);
		Settlement.Finding finding = (left == 0) ? Settlement.Finding.HAPPENED
				: (left == pids(plan).size()) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, left + " of " + pids(plan).size() + " still there");
	}

}
