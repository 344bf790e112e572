package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
 * Shows every key that the command names; done when one of them is another than before.
 */
@Component
class RedisWriteHandler extends SessionChange<RedisWrite, RedisSession> {

	private static final String ABSENT = "none -2 0 ";

	RedisWriteHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<RedisWrite> type() {
		return new ActionType<>("redis.write", RedisWrite.class, RedisTargets.KIND);
	}

	@Override
	protected Plan plan(RedisWrite action, RedisSession session, Instant at) {
		List<WrittenKey> keys = WrittenKey.of(session, action.words());
		List<Plan.Change> changes = keys.stream()
			.map((key) -> new Plan.Change(key.state().key().spelling(), key.state().exists() ? key.words() : null,
					"as the command says"))
			.toList();
		SortedMap<String, String> markers = markers(keys);
		String undo = created(action, markers).isPresent() ? "Delete the key again; it is not there now."
				: "None: what the keys hold now is not kept.";
		List<Plan.Warning> warnings = Words.entry(action.words()).removes()
				? List.of(new Plan.Warning(true, "What it takes out is gone.")) : List.of();
		return new Plan(List.of(call(action)), changes,
				List.of(Counts.keys(keys.size()) + " in database " + session.database()), warnings, List.of(), undo,
				new Plan.DoneWhen("a key is another than the plan found", Duration.ZERO, Duration.ZERO), markers, at);
	}

	private static Plan.Call call(RedisWrite action) {
		return new Plan.Call(Words.line(action.words()));
	}

	private static SortedMap<String, String> markers(List<WrittenKey> keys) {
		SortedMap<String, String> markers = new TreeMap<>();
		keys.forEach((key) -> markers.put("key " + key.state().key(), key.marker()));
		return markers;
	}

	@Override
	protected Outcome execute(RedisWrite action, Plan plan, RedisSession session, RunContext context) {
		context.making(call(action));
		try {
			List<String> answer = session.send(action.words());
			answer.stream().limit(100).forEach(context::output);
			return new Outcome.Succeeded("The server answered " + ((answer.size() == 1) ? answer.getFirst() : "")
					+ ((answer.size() == 1) ? "." : Counts.number(answer.size()) + " elements."), Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	/**
	 * Redis does it at once or not at all, so a second look would tell nothing more. No
	 * other key than before can mean that it was so already: nobody knows.
	 */
	@Override
	protected Verification verify(RedisWrite action, Plan plan, RedisSession session) {
		long changed = changed(action, plan, session);
		String observed = changed + " of " + Counts.keys(plan.markers().size()) + " changed since the plan";
		return (changed > 0) ? Verification.holds(observed) : Verification.unknown(observed);
	}

	private static long changed(RedisWrite action, Plan plan, RedisSession session) {
		SortedMap<String, String> now = markers(WrittenKey.of(session, action.words()));
		return plan.markers()
			.entrySet()
			.stream()
			.filter((was) -> !was.getValue().equals(now.get(was.getKey())))
			.count();
	}

	/** A key that others write too may have changed without us. */
	@Override
	protected Settlement probe(RedisWrite action, Plan plan, RedisSession session) {
		long changed = changed(action, plan, session);
		return new Settlement((changed == 0) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL,
				changed + " of " + Counts.keys(plan.markers().size()) + " changed since the plan");
	}

	/** Exact only for a key that was not there. */
	@Override
	public Optional<Action> undo(RedisWrite action, Plan plan) {
		return created(action, plan.markers()).map((key) -> new DeleteKeys(List.of(key)));
	}

	private static Optional<KeyText> created(RedisWrite action, SortedMap<String, String> markers) {
		boolean one = markers.size() == 1 && markers.values().iterator().next().equals(ABSENT);
		return one ? action.words().stream().filter((word) -> markers.containsKey("key " + word)).findFirst()
				: Optional.empty();
	}

}
