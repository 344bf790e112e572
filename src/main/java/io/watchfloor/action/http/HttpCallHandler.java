package io.watchfloor.action.http;

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
 * Shows what a GET of the same address finds, where the method is about what stands
 * there. An address for POST is not looked at: getting it could do something.
 */
@Component
class HttpCallHandler extends SessionChange<HttpCall, HttpSession> {

	private static final String NOT_LOOKED_AT = "not looked at";

	private static final Duration SOON = Duration.ofSeconds(30);

	HttpCallHandler(HttpServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<HttpCall> type() {
		return new ActionType<>("http.call", HttpCall.class, HttpTargets.KIND);
	}

	@Override
	protected Plan plan(HttpCall action, HttpSession session, Instant at) {
		String now = now(action, session);
		List<Plan.Warning> warnings = new ArrayList<>();
		if (action.method() == HttpCall.Method.DELETE && gone(now)) {
			warnings.add(new Plan.Warning(false, "There is nothing at this address; there is nothing to remove."));
		}
		boolean removes = action.method() == HttpCall.Method.DELETE;
		return new Plan(List.of(call(action)), List.of(new Plan.Change(action.path(), now, removes ? null : "as sent")),
				List.of("To " + session.address()), warnings, List.of(),
				"None: only the service's own interface can put it back.", doneWhen(action, now),
				new TreeMap<>(Map.of("now", now)), at);
	}

	/** Only an address that told its state before can tell that it changed. */
	private static Plan.DoneWhen doneWhen(HttpCall action, String now) {
		if (action.method() == HttpCall.Method.DELETE) {
			return new Plan.DoneWhen("nothing is at the address", Duration.ZERO, SOON);
		}
		return tells(now) ? new Plan.DoneWhen("the address gives another state than before", Duration.ZERO, SOON)
				: Plan.DoneWhen.untold("a person has looked: the service accepted it, which does not say what it did");
	}

	private static boolean tells(String now) {
		return gone(now) || now.contains("etag: ");
	}

	private static Plan.Call call(HttpCall action) {
		return new Plan.Call(
				action.method() + " " + action.path() + (action.body().isEmpty() ? "" : " with " + action.body()));
	}

	/**
	 * What stands at the address: the status, and the service's own tag for its state.
	 */
	private static String now(HttpCall action, HttpSession session) {
		if (action.method() == HttpCall.Method.POST) {
			return NOT_LOOKED_AT;
		}
		Answer answer = session.send("GET", action.path(), Map.of(), action.signIn(), null);
		String tag = answer.head()
			.lines()
			.filter((line) -> line.regionMatches(true, 0, "etag: ", 0, 6))
			.findFirst()
			.map((line) -> ", " + line)
			.orElse("");
		return "status " + answer.status() + tag;
	}

	private static boolean gone(String now) {
		return now.startsWith("status 404") || now.startsWith("status 410");
	}

	@Override
	protected Outcome execute(HttpCall action, Plan plan, HttpSession session, RunContext context) {
		context.making(call(action));
		try {
			Answer answer = session.send(action.method().name(), action.path(), action.headers(), action.signIn(),
					action.body().isEmpty() ? null : action.body());
			answer.text().lines().limit(100).forEach(context::output);
			String said = "The service answered with status " + answer.status() + ".";
			if (answer.status() >= 500) {
				return new Outcome.Unknown(said + " It may have done a part; look at it.");
			}
			return (answer.status() >= 400) ? new Outcome.Failed(said + " It refused.")
					: new Outcome.Succeeded(said, Map.of("status", Integer.toString(answer.status())));
		}
		catch (Problem problem) {
			return HttpServers.sentNothing(problem) ? new Outcome.Failed(problem.getMessage() + " Nothing was sent.")
					: afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(HttpCall action, Plan plan, HttpSession session) {
		String now = now(action, session);
		if (action.method() == HttpCall.Method.DELETE) {
			return Verification.when(gone(now), now);
		}
		String before = plan.markers().getOrDefault("now", NOT_LOOKED_AT);
		return tells(before) ? Verification.when(!now.equals(before), now)
				: Verification.unknown("the service accepted it; nothing tells what it did: " + now);
	}

	@Override
	protected Settlement probe(HttpCall action, Plan plan, HttpSession session) {
		String now = now(action, session);
		boolean removes = action.method() == HttpCall.Method.DELETE;
		Settlement.Finding finding = (removes && gone(now) && !gone(plan.markers().getOrDefault("now", "")))
				? Settlement.Finding.HAPPENED : (removes && now.equals(plan.markers().get("now")))
						? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, now);
	}

}
