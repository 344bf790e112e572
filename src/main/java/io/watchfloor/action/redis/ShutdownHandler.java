package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.Action;
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
 * Done when another start of the server answers. A server that does not answer may be
 * stopped, starting, or out of reach: nobody knows.
 */
@Component
class ShutdownHandler extends SessionChange<Shutdown, RedisSession> {

	private static final String START = "run_id";

	ShutdownHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Shutdown> type() {
		return new ActionType<>("redis.shutdown", Shutdown.class, RedisTargets.KIND);
	}

	private static String start(RedisSession session) {
		return ServerInfo.parse(session.info("server")).properties().getOrDefault(START, "");
	}

	@Override
	protected Plan plan(Shutdown action, RedisSession session, Instant at) {
		ServerInfo persistence = ServerInfo.parse(session.info("persistence"));
		ServerInfo clients = ServerInfo.parse(session.info("clients"));
		return new Plan(List.of(new Plan.Call(action.words())),
				List.of(new Plan.Change("server", "up", "stopped, then started by its supervisor")),
				List.of(clients.number("connected_clients") + " clients lose their connection",
						persistence.number("rdb_changes_since_last_save") + " changes since the last snapshot"),
				warnings(action, persistence, session), List.of(),
				"None: only its supervisor, or a person at the host, starts it again",
				new Plan.DoneWhen("another start of the server answers", Duration.ZERO, Duration.ofMinutes(3)),
				new TreeMap<>(Map.of(START, start(session))), at);
	}

	private static List<Plan.Warning> warnings(Shutdown action, ServerInfo persistence, RedisSession session) {
		List<Plan.Warning> warnings = new ArrayList<>();
		warnings
			.add(new Plan.Warning(true, "SHUTDOWN is no restart. Where nothing supervises the server, it stays down."));
		boolean snapshots = !session.config("save").getOrDefault("save", "").isBlank();
		boolean saves = action.saving() == Shutdown.Saving.SAVE
				|| (action.saving() == Shutdown.Saving.AS_CONFIGURED && snapshots);
		if (!saves && persistence.number("aof_enabled") == 0) {
			warnings.add(new Plan.Warning(true, "Nothing is written before it stops, and there is no append-only file: "
					+ "what changed since the last snapshot is lost, all keys when there is none."));
		}
		return warnings;
	}

	@Override
	protected Outcome execute(Shutdown action, Plan plan, RedisSession session, RunContext context) {
		context.making(new Plan.Call(action.words()));
		try {
			List<String> answer = session.send(Arrays.stream(action.words().split(" ")).map(KeyText::literal).toList());
			return new Outcome.Failed("The server goes on: " + String.join(" ", answer));
		}
		catch (Problem problem) {
			return session.open() ? afterSending(problem, "")
					: new Outcome.Succeeded("The server ended the connection.", Map.of());
		}
	}

	@Override
	protected Verification verify(Shutdown action, Plan plan, RedisSession session) {
		boolean another = !start(session).equals(plan.markers().get(START));
		return new Verification(another ? Verification.State.HOLDS : Verification.State.NOT_YET,
				another ? "another start of the server answers" : "the same start of the server answers");
	}

	@Override
	protected Settlement probe(Shutdown action, Plan plan, RedisSession session) {
		boolean another = !start(session).equals(plan.markers().get(START));
		return new Settlement(another ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN,
				another ? "another start of the server answers" : "the same start of the server answers");
	}

	@Override
	public Optional<Action> undo(Shutdown action, Plan plan) {
		return Optional.empty();
	}

}
