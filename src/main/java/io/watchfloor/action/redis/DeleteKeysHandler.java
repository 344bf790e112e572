package io.watchfloor.action.redis;

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

/** Looks at each key before it deletes them in one call. */
@Component
class DeleteKeysHandler extends SessionChange<DeleteKeys, RedisSession> {

	DeleteKeysHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<DeleteKeys> type() {
		return new ActionType<>("redis.delete-keys", DeleteKeys.class, "redis");
	}

	@Override
	protected Plan plan(DeleteKeys action, RedisSession session, Instant at) {
		List<KeyState> states = KeyState.of(session, action.keys());
		List<Plan.Change> changes = states.stream()
			.map((state) -> new Plan.Change(state.key().spelling(), state.exists() ? state.words() : null, null))
			.toList();
		long existing = states.stream().filter(KeyState::exists).count();
		String effect = "%s of %s named exist in database %d".formatted(Counts.number(existing),
				Counts.keys(states.size()), session.database());
		return new Plan(List.of(call(action)), changes, List.of(effect), warnings(states),
				states.stream().limit(20).map((state) -> state.key().spelling()).toList(), DeleteByPatternPlan.UNDO,
				new Plan.DoneWhen("none of the keys exists", Duration.ZERO, Duration.ofSeconds(30)), markers(states),
				at);
	}

	/** The call names every key, so that nothing else can be meant. */
	private static Plan.Call call(DeleteKeys action) {
		return new Plan.Call("UNLINK " + String.join(" ", action.keys().stream().map(KeyText::shell).toList()));
	}

	private static List<Plan.Warning> warnings(List<KeyState> states) {
		List<Plan.Warning> warnings = new ArrayList<>();
		states.stream()
			.filter(KeyState::persistent)
			.forEach((state) -> warnings.add(new Plan.Warning(true,
					state.key() + " never expires, so it may be no cache; then nothing refills it.")));
		if (states.stream().noneMatch(KeyState::exists)) {
			warnings.add(new Plan.Warning(false, "None of the keys exists; there is nothing to delete."));
		}
		return warnings;
	}

	private static SortedMap<String, String> markers(List<KeyState> states) {
		SortedMap<String, String> markers = new TreeMap<>();
		states.forEach((state) -> markers.put("key " + state.key(), state.marker()));
		return markers;
	}

	@Override
	protected Outcome execute(DeleteKeys action, Plan plan, RedisSession session, RunContext context) {
		context.making(call(action));
		try {
			long deleted = session.await(session.unlink(action.keys().stream().map(KeyText::bytes).toList()));
			return new Outcome.Succeeded("Deleted " + Counts.keys(deleted) + ".",
					Map.of("deleted", Long.toString(deleted)));
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(DeleteKeys action, Plan plan, RedisSession session) {
		List<KeyState> left = KeyState.of(session, action.keys()).stream().filter(KeyState::exists).toList();
		return new Verification(left.isEmpty() ? Verification.State.HOLDS : Verification.State.NOT_YET,
				Counts.keys(left.size()) + " of " + action.keys().size() + " exist");
	}

	@Override
	protected Settlement probe(DeleteKeys action, Plan plan, RedisSession session) {
		List<KeyState> states = KeyState.of(session, action.keys());
		long left = states.stream().filter(KeyState::exists).count();
		Settlement.Finding finding = (left == 0) ? Settlement.Finding.HAPPENED : markers(states).equals(plan.markers())
				? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, Counts.keys(left) + " of " + states.size() + " exist now");
	}

}
