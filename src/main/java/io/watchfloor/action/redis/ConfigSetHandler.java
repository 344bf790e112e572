package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Sets one setting and can set it back. */
@Component
class ConfigSetHandler extends SessionChange<ConfigSet, RedisSession> {

	ConfigSetHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<ConfigSet> type() {
		return new ActionType<>("redis.config-set", ConfigSet.class, "redis");
	}

	@Override
	protected Plan plan(ConfigSet action, RedisSession session, Instant at) {
		String now = value(action, session);
		ServerInfo memory = ServerInfo.parse(session.info("memory"));
		ServerInfo keyspace = ServerInfo.parse(session.info("keyspace"));
		return new Plan(List.of(call(action)), List.of(new Plan.Change(action.parameter(), now, action.value())),
				List.of("Memory: " + memory.memory(), "A restart brings back the value of the configuration file."),
				ConfigDangers.of(action, memory, keyspace), List.of(), "Set " + action.parameter() + " back to " + now,
				new Plan.DoneWhen(action.parameter() + " is " + action.value(), Duration.ZERO, Duration.ofSeconds(10)),
				new TreeMap<>(Map.of("value", now)), at);
	}

	private static Plan.Call call(ConfigSet action) {
		return new Plan.Call("CONFIG SET " + action.parameter() + " " + action.value());
	}

	private static String value(ConfigSet action, RedisSession session) {
		String value = session.config(action.parameter()).get(action.parameter());
		if (value == null) {
			throw new Problem(Problem.Category.NOT_FOUND, "Redis at " + session.address() + " has no setting '"
					+ action.parameter() + "'. Check the server's version.");
		}
		return value;
	}

	@Override
	protected Outcome execute(ConfigSet action, Plan plan, RedisSession session, RunContext context) {
		context.making(call(action));
		try {
			session.await(session.commands().configSet(action.parameter(), action.value()));
			return new Outcome.Succeeded("The server took " + action.parameter() + " " + action.value() + ".",
					Map.of("before", plan.markers().getOrDefault("value", "")));
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(ConfigSet action, Plan plan, RedisSession session) {
		String now = value(action, session);
		return new Verification(same(now, action.value()) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				action.parameter() + " is " + now);
	}

	@Override
	protected Settlement probe(ConfigSet action, Plan plan, RedisSession session) {
		String now = value(action, session);
		Settlement.Finding finding = same(now, action.value()) ? Settlement.Finding.HAPPENED
				: now.equals(plan.markers().get("value")) ? Settlement.Finding.DID_NOT_HAPPEN
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, action.parameter() + " is " + now);
	}

	private static boolean same(String now, String wanted) {
		return now.equalsIgnoreCase(wanted) || Objects.equals(MemorySize.bytes(now), MemorySize.bytes(wanted));
	}

	@Override
	public Optional<Action> undo(ConfigSet action, Plan plan) {
		return Optional.ofNullable(plan.markers().get("value"))
			.map((before) -> new ConfigSet(action.parameter(), before));
	}

}
