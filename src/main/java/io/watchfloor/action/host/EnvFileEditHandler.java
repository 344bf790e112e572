package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Shows only the variables that change; the others may be secrets, and go from file to
 * file without being kept anywhere.
 */
@Component
class EnvFileEditHandler implements ChangeHandler<EnvFileEdit> {

	private static final String FILE = "file";

	private static final String AFTER = "after";

	private static final String WAS = "was ";

	private final Hosts hosts;

	private final Clock clock;

	EnvFileEditHandler(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	@Override
	public ActionType<EnvFileEdit> type() {
		return new ActionType<>("host.edit-env-file", EnvFileEdit.class, "host");
	}

	private EnvFile file(EnvFileEdit action, Target target) {
		new HostPaths(target).demand(action.path());
		return EnvFile.of(HostFile.read(action.path(), target, this.hosts));
	}

	@Override
	public Plan plan(EnvFileEdit action, Target target) {
		EnvFile file = file(action, target);
		HostFile after = file.changed(action);
		PlanDraft draft = new PlanDraft().mark(FILE, file.file().digest()).mark(AFTER, after.digest());
		after.calls().forEach((call) -> draft.call(call.text()));
		for (String name : action.names()) {
			Optional<String> now = file.value(name);
			now.filter((value) -> SecretVariables.is(name, value)).ifPresent((_) -> {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, name + " of " + action.path()
						+ " carries a password now, which is not kept. Change it by hand.");
			});
			draft.change(name, now.orElse(null), action.set().get(name));
			now.ifPresent((value) -> draft.mark(WAS + name, value));
		}
		if (after.digest().equals(file.file().digest())) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, action.path() + " says so already; nothing to do.");
		}
		long others = file.lines().stream().filter((line) -> line.contains("=") && !line.startsWith("#")).count();
		return draft
			.effect("The other lines stay as they are (" + others + " variables in all); they are not shown or kept.")
			.effect("Owner and mode stay; the file is exchanged in one move.")
			.warn("Nothing reads it again by itself: it counts from the next start on (for Compose 'up -d', no restart).")
			.undo("Back to " + String.join(", ",
					action.names()
						.stream()
						.map((name) -> file.value(name).map((value) -> name + "=" + value).orElse("no " + name))
						.toList()))
			.doneWhen("the file says so", Duration.ofMinutes(1))
			.plan(this.clock.instant());
	}

	@Override
	public Outcome execute(EnvFileEdit action, Plan plan, Target target, RunContext context) {
		HostFile after;
		try {
			after = file(action, target).changed(action);
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was sent.");
		}
		if (!after.digest().equals(plan.markers().get(AFTER))) {
			return new Outcome.Refused(action.path() + " changed since the plan. Plan again; nothing was sent.");
		}
		try {
			after.write(target, this.hosts, context);
			return new Outcome.Succeeded(action.path() + " was exchanged.", Map.of());
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.UNREACHABLE)
					? new Outcome.Unknown(problem.getMessage() + " The file may be exchanged.")
					: new Outcome.Failed(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Verification verify(EnvFileEdit action, Plan plan, Target target) {
		try {
			EnvFile file = file(action, target);
			List<String> amiss = new ArrayList<>();
			for (String name : action.names()) {
				Optional<String> wanted = Optional.ofNullable(action.set().get(name));
				if (!file.value(name).equals(wanted)) {
					amiss.add(name + " is " + file.value(name).orElse("not set"));
				}
			}
			return Verification.when(amiss.isEmpty(), amiss.isEmpty() ? "the file says so" : String.join(", ", amiss));
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(EnvFileEdit action, Plan plan, Target target) {
		try {
			String digest = file(action, target).file().digest();
			Settlement.Finding finding = digest.equals(plan.markers().get(AFTER)) ? Settlement.Finding.HAPPENED
					: digest.equals(plan.markers().get(FILE)) ? Settlement.Finding.DID_NOT_HAPPEN
							: Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding, "SHA-256 of the file is " + digest);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(EnvFileEdit action, Plan plan) {
		Map<String, String> set = new TreeMap<>();
		List<String> remove = new ArrayList<>();
		for (String name : action.names()) {
			String was = plan.markers().get(WAS + name);
			if (was != null) {
				set.put(name, was);
			}
			else if (action.set().containsKey(name)) {
				remove.add(name);
			}
		}
		return (set.isEmpty() && remove.isEmpty()) ? Optional.empty()
				: Optional.of(new EnvFileEdit(action.path(), set, remove));
	}

}
