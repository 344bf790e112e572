package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Done when the last save is a newer one that went well; waiting some seconds proves
 * nothing.
 */
@Component
class BackgroundSaveHandler extends SessionChange<BackgroundSave, RedisSession> {

	private static final String SAVED = "rdb_last_save_time";

	BackgroundSaveHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<BackgroundSave> type() {
		return new ActionType<>("redis.background-save", BackgroundSave.class, RedisTargets.KIND);
	}

	@Override
	protected Plan plan(BackgroundSave action, RedisSession session, Instant at) {
		ServerInfo persistence = ServerInfo.parse(session.info("persistence"));
		ServerInfo memory = ServerInfo.parse(session.info("memory"));
		long last = persistence.number(SAVED);
		List<Plan.Warning> warnings = new ArrayList<>();
		if (!"ok".equals(persistence.properties().get("rdb_last_bgsave_status"))) {
			warnings.add(new Plan.Warning(true, "The last save failed. Look at the server's log and its disk."));
		}
		if (persistence.number("rdb_bgsave_in_progress") == 1) {
			warnings.add(new Plan.Warning(true, "A save is under way already; the server will refuse another."));
		}
		return new Plan(List.of(new Plan.Call("BGSAVE")),
				List.of(new Plan.Change("last save", Instant.ofEpochSecond(last).toString(), "newer")),
				List.of("Memory: " + memory.memory() + "; pages that are written to meanwhile are copied.",
						persistence.number("rdb_changes_since_last_save") + " changes since the last save"),
				warnings, List.of(), "Not needed: no key changes. The former snapshot file is replaced.",
				new Plan.DoneWhen("a newer save ended well", Duration.ZERO, Duration.ofMinutes(10)),
				new TreeMap<>(Map.of("last save", Long.toString(last))), at);
	}

	@Override
	protected Outcome execute(BackgroundSave action, Plan plan, RedisSession session, RunContext context) {
		context.making(new Plan.Call("BGSAVE"));
		try {
			return new Outcome.Succeeded(session.await(session.commands().bgsave()), Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(BackgroundSave action, Plan plan, RedisSession session) {
		ServerInfo now = ServerInfo.parse(session.info("persistence"));
		if (!"ok".equals(now.properties().get("rdb_last_bgsave_status"))) {
			return new Verification(Verification.State.FAILED, "The save failed; the server's log says why");
		}
		return new Verification(newer(now, plan) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				"last save " + Instant.ofEpochSecond(now.number(SAVED)));
	}

	private static boolean newer(ServerInfo now, Plan plan) {
		return now.number("rdb_bgsave_in_progress") == 0
				&& now.number(SAVED) > Long.parseLong(plan.markers().getOrDefault("last save", "0"));
	}

	@Override
	protected Settlement probe(BackgroundSave action, Plan plan, RedisSession session) {
		ServerInfo now = ServerInfo.parse(session.info("persistence"));
		Settlement.Finding finding = newer(now, plan) ? Settlement.Finding.HAPPENED
				: (now.number("rdb_bgsave_in_progress") == 0) ? Settlement.Finding.DID_NOT_HAPPEN
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, "last save " + Instant.ofEpochSecond(now.number(SAVED)));
	}

}
