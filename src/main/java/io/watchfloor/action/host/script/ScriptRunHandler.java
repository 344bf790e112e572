package io.watchfloor.action.host.script;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Shell;
import io.watchfloor.action.Verification;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.action.host.HostListener;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/**
 * Runs what the team has registered, and only as it was registered: the digest is read
 * again right before it starts, and once more when it has ended.
 */
@Component
class ScriptRunHandler implements ChangeHandler<ScriptRun> {

	static final String SETTING = "scripts";

	private static final Duration WITHIN = Duration.ofMinutes(30);

	private static final String DIGEST = "sha256";

	private static final String UNDO = "undo";

	private static final String UNDO_RISK = "undo risk";

	private final Hosts hosts;

	private final Clock clock;

	ScriptRunHandler(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	@Override
	public ActionType<ScriptRun> type() {
		return new ActionType<>("host.run-script", ScriptRun.class, "host");
	}

	private static Plan.Call call(List<String> words) {
		return new Plan.Call(words.stream().map(Shell::quote).collect(Collectors.joining(" ")));
	}

	@Override
	public Plan plan(ScriptRun action, Target target) {
		RegisteredScript script = RegisteredScript.of(action.script(), target);
		if (action.risk().compareTo(script.risk()) < 0) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, action.script() + " is registered as " + script.risk()
					+ ", and this step says only " + action.risk() + ". Say --risk=" + script.risk() + ".");
		}
		List<String> words = script.words(action.values());
		ScriptFile file = ScriptFile.read(script, target, this.hosts);
		List<String> lines = file.file().content().lines().toList();
		PlanDraft draft = new PlanDraft().call(call(words).text())
			.mark(DIGEST, script.digest())
			.effect("Registered as " + script.risk() + " with SHA-256 " + script.digest())
			.effect(Counted.of(lines.size(), "line") + ", of which the first are shown")
			.warn("What it does only its text says; nothing of it is worked out here.")
			.warn("It is given up after " + WITHIN.toMinutes() + " minutes.");
		lines.stream().filter((line) -> !line.isBlank()).forEach(draft::sample);
		done(script, draft);
		undo(script, draft, target);
		return draft.plan(this.clock.instant());
	}

	private static void done(RegisteredScript script, PlanDraft draft) {
		if (script.check().isEmpty()) {
			draft.untold("a person has looked at what " + script.name() + " was to do; no check is registered for it");
		}
		else {
			draft.doneWhen("the registered script " + script.check() + " ends with 0", Duration.ofMinutes(5));
		}
	}

	private static void undo(RegisteredScript script, PlanDraft draft, Target target) {
		if (script.undo().isEmpty()) {
			draft.undo("None: no script is registered that takes it back.");
		}
		else {
			Risk risk = RegisteredScript.of(script.undo(), target).risk();
			draft.mark(UNDO, script.undo()).mark(UNDO_RISK, risk.name());
			draft.undo("By the registered script " + script.undo() + " (" + risk + "), with the same arguments.");
		}
	}

	@Override
	public Outcome execute(ScriptRun action, Plan plan, Target target, RunContext context) {
		RegisteredScript script;
		List<String> words;
		try {
			script = RegisteredScript.of(action.script(), target);
			words = script.words(action.values());
			ScriptFile.read(script, target, this.hosts);
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.REFUSED_BY_POLICY)
					? new Outcome.Refused(problem.getMessage() + " Nothing was started.")
					: new Outcome.Failed(problem.getMessage() + " Nothing was started.");
		}
		if (context.cancelled()) {
			return new Outcome.Failed("Stopped on request. Nothing was started.");
		}
		context.making(call(words));
		try {
			HostAnswer answer = this.hosts.run(target, new HostCommand(words, null, WITHIN), HostListener.of(context));
			return ended(script, answer, target);
		}
		catch (Problem problem) {
			boolean never = problem.category() != Problem.Category.UNREACHABLE
					|| String.valueOf(problem.getMessage()).contains("cannot be reached");
			return never ? new Outcome.Failed(problem.getMessage() + " Nothing was started.")
					: new Outcome.Unknown(problem.getMessage() + " What it did until then is done.");
		}
	}

	private Outcome ended(RegisteredScript script, HostAnswer answer, Target target) {
		try {
			ScriptFile.read(script, target, this.hosts);
		}
		catch (Problem changed) {
			return new Outcome.Unknown(script.name() + " ended with " + answer.exit()
					+ ", and its file changed while it ran: what ran is not known. " + changed.getMessage());
		}
		return (answer.exit() == 0) ? new Outcome.Succeeded(script.name() + " ended with 0.", Map.of("exit", "0"))
				: new Outcome.Failed("%s ended with %d: %s. What it did until then is done.".formatted(script.name(),
						answer.exit(), answer.lastWords()));
	}

	@Override
	public Verification verify(ScriptRun action, Plan plan, Target target) {
		try {
			RegisteredScript script = RegisteredScript.of(action.script(), target);
			if (script.check().isEmpty()) {
				return Verification.unknown("it ended well; what it was to do nobody has compared");
			}
			return check(RegisteredScript.of(script.check(), target), action, target);
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	private Verification check(RegisteredScript check, ScriptRun action, Target target) {
		ScriptFile.read(check, target, this.hosts);
		Map<String, String> known = action.values()
			.entrySet()
			.stream()
			.filter((each) -> check.patterns().containsKey(each.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		HostAnswer answer = this.hosts.run(target, new HostCommand(check.words(known), null));
		return Verification.when(answer.exit() == 0,
				check.name() + " ended with " + answer.exit() + ": " + answer.lastWords());
	}

	@Override
	public Settlement probe(ScriptRun action, Plan plan, Target target) {
		Verification seen = verify(action, plan, target);
		return new Settlement((seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
				: Settlement.Finding.CANNOT_TELL, seen.observed());
	}

	@Override
	public Optional<Action> undo(ScriptRun action, Plan plan) {
		return Optional.ofNullable(plan.markers().get(UNDO))
			.map((name) -> new ScriptRun(name, action.values(),
					Risk.valueOf(plan.markers().getOrDefault(UNDO_RISK, Risk.DESTRUCTIVE.name()))));
	}

}
