package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Done when what the function moves has moved. */
@Component
class ServerCallHandler extends SessionChange<ServerCall, PostgresSession> {

	ServerCallHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<ServerCall> type() {
		return new ActionType<>("postgres.server-call", ServerCall.class, PostgresTargets.KIND);
	}

	@Override
	protected Plan plan(ServerCall action, PostgresSession session, Instant at) {
		String now = marker(action, session);
		String undo = switch (action.function()) {
			case PG_RELOAD_CONF -> "Put the files back as they were and load them again.";
			case PG_SWITCH_WAL -> "Not needed: the log goes on in the next file.";
			case PG_STAT_RESET -> "None: what was counted is gone. ANALYZE the tables, so that autovacuum has figures.";
			case PG_STAT_STATEMENTS_RESET -> "None: what was counted is gone. Read the slowest queries first.";
		};
		return new Plan(List.of(call(action)), List.of(new Plan.Change(action.title(), now, action.function().done())),
				List.of("Connections and queries go on."), warnings(action), List.of(), undo,
				new Plan.DoneWhen(action.function().done(), Duration.ZERO, Duration.ofSeconds(30)),
				new TreeMap<>(Map.of("state", now)), at);
	}

	private static List<Plan.Warning> warnings(ServerCall action) {
		return (action.function() != ServerCall.Function.PG_STAT_RESET) ? List.of()
				: List.of(new Plan.Warning(true, "It clears no slow queries: those are pg_stat_statements_reset()'s."
						+ " Autovacuum loses the figures that it goes by, and unused indexes look unused at once."));
	}

	private static Plan.Call call(ServerCall action) {
		return new Plan.Call(action.function().sql());
	}

	private static String marker(ServerCall action, PostgresSession session) {
		return session.rows(action.function().state())
			.stream()
			.findFirst()
			.map((row) -> row.getOrDefault("marker", ""))
			.orElse("");
	}

	@Override
	protected Outcome execute(ServerCall action, Plan plan, PostgresSession session, RunContext context) {
		context.making(call(action));
		try {
			String answer = session.rows(action.function().sql()).getFirst().values().iterator().next();
			return answer.equals("f") ? new Outcome.Failed("The server answered no. Nothing was changed.")
					: new Outcome.Succeeded("The server carried it out.", Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(ServerCall action, Plan plan, PostgresSession session) {
		String now = marker(action, session);
		return new Verification(
				now.equals(plan.markers().get("state")) ? Verification.State.NOT_YET : Verification.State.HOLDS,
				action.title() + ": " + now);
	}

	@Override
	protected Settlement probe(ServerCall action, Plan plan, PostgresSession session) {
		String now = marker(action, session);
		return new Settlement(now.equals(plan.markers().get("state")) ? Settlement.Finding.DID_NOT_HAPPEN
				: Settlement.Finding.CANNOT_TELL, action.title() + ": " + now);
	}

}
