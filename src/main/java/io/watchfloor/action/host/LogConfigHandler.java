package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Shows what differs, asks logrotate what it says to it, and keeps what was there. */
@Component
class LogConfigHandler implements ChangeHandler<LogConfig> {

	private static final String NOW = "now";

	private static final String AFTER = "after";

	private static final int MOST_CHANGES = 100;

	private static final int MOST_LINES = 2_000;

	private final Hosts hosts;

	private final Clock clock;

	LogConfigHandler(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	@Override
	public ActionType<LogConfig> type() {
		return new ActionType<>("host.log-config", LogConfig.class, "host");
	}

	private Optional<HostFile> now(String path, Target target) {
		FilesAt at = FilesAt.of(path, (words) -> this.hosts.run(target, new HostCommand(words, null)));
		return switch (at.kind()) {
			case ABSENT -> Optional.empty();
			case FILE -> Optional.of(HostFile.read(path, target, this.hosts));
			case FOLDER -> throw no(path + " is a folder.");
		};
	}

	private Optional<HostFile> after(LogConfig action, Target target) {
		if (action.kept().equals(LogConfig.ABSENT)) {
			return Optional.empty();
		}
		if (action.kept().isEmpty()) {
			return Optional.of(new HostFile(action.file(), action.content()));
		}
		String kept = action.beside(action.kept());
		HostFile file = HostFile.read(kept, target, this.hosts);
		if (!file.digest().startsWith(action.kept())) {
			throw no(kept + " is not what was kept: its SHA-256 is " + file.digest() + ".");
		}
		return Optional.of(new HostFile(action.file(), file.content()));
	}

	private LogConfigSteps steps(LogConfig action, Target target) {
		new HostPaths(target).demand(action.file());
		return new LogConfigSteps(action, now(action.file(), target), after(action, target));
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message);
	}

	private static String digest(Optional<HostFile> file) {
		return file.map(HostFile::digest).orElse(LogConfig.ABSENT);
	}

	@Override
	public Plan plan(LogConfig action, Target target) {
		if (!action.asks().isEmpty()) {
			throw no("What " + action.file() + " shall say is missing.");
		}
		LogConfigSteps steps = steps(action, target);
		String now = digest(steps.now());
		if (now.equals(digest(steps.after()))) {
			throw no(action.file() + " says so already; nothing to do.");
		}
		PlanDraft draft = new PlanDraft().mark(NOW, now).mark(AFTER, digest(steps.after()));
		steps.commands().forEach((command) -> draft.call(LogConfigSteps.call(command).text()));
		changes(steps).forEach((change) -> draft.change(change.property(), change.now(), change.after()));
		if (action.rotates()) {
			draft
				.effect("logrotate reads it at its next run; it is asked for its opinion before the file is exchanged.")
				.warn("Fewer rotations than now let the oldest logs go at the next run.");
		}
		else {
			draft.warn("journald reads it when it starts: 'systemctl restart systemd-journald' is a step of its own.");
		}
		return draft.undo(undoText(action, steps))
			.doneWhen("the file says so" + (action.rotates() ? " and logrotate understands it" : ""),
					Duration.ofMinutes(1))
			.plan(this.clock.instant());
	}

	private static List<Plan.Change> changes(LogConfigSteps steps) {
		String before = steps.now().map(HostFile::content).orElse("");
		String after = steps.after().map(HostFile::content).orElse("");
		if (before.lines().count() > MOST_LINES || after.lines().count() > MOST_LINES) {
			throw no(steps.action().file() + " is too long to be compared; change it by hand.");
		}
		List<Plan.Change> changes = LogConfigDiff.of(before, after);
		if (changes.size() > MOST_CHANGES) {
			throw no(Counted.of(changes.size(), "line") + " of " + steps.action().file()
					+ " would change, too many to look at; change it by hand.");
		}
		return changes;
	}

	private static String undoText(LogConfig action, LogConfigSteps steps) {
		return steps.now()
			.map((here) -> "Back to what it was, which is kept as " + action.beside(here.digest()))
			.orElse("The file is taken out of use again; it stays beside under another name.");
	}

	@Override
	public Outcome execute(LogConfig action, Plan plan, Target target, RunContext context) {
		LogConfigSteps steps;
		try {
			steps = steps(action, target);
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was sent.");
		}
		if (!digest(steps.now()).equals(plan.markers().get(NOW))
				|| !digest(steps.after()).equals(plan.markers().get(AFTER))) {
			return new Outcome.Refused(action.file() + " changed since the plan. Plan again; nothing was sent.");
		}
		try {
			for (HostCommand command : steps.commands()) {
				context.making(LogConfigSteps.call(command));
				demand(this.hosts.run(target, command), command, action);
			}
			return new Outcome.Succeeded(action.file() + " was exchanged.", Map.of());
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.UNREACHABLE)
					? new Outcome.Unknown(problem.getMessage() + " The file may be exchanged.")
					: new Outcome.Failed(String.valueOf(problem.getMessage()));
		}
	}

	private static void demand(HostAnswer answer, HostCommand command, LogConfig action) {
		String program = command.words().getFirst();
		boolean rotates = program.equals("logrotate");
		if (answer.exit() != 0 || (rotates && !understood(answer))) {
			String said = rotates ? errors(answer) : answer.errors().strip();
			throw no("%s ended with %d: %s. %s is as it was; a file beside it may end in ~.".formatted(program,
					answer.exit(), said, action.file()));
		}
	}

	/** A word that it does not know it only mentions, and goes on. */
	private static boolean understood(HostAnswer answer) {
		return answer.exit() == 0 && answer.errors().lines().noneMatch((line) -> line.matches("error: .*:[0-9]+ .*"));
	}

	private static String errors(HostAnswer answer) {
		return String.join("; ", answer.errors().lines().filter((line) -> line.startsWith("error:")).limit(3).toList());
	}

	@Override
	public Verification verify(LogConfig action, Plan plan, Target target) {
		try {
			new HostPaths(target).demand(action.file());
			String digest = digest(now(action.file(), target));
			if (!digest.equals(plan.markers().get(AFTER))) {
				return Verification.notYet("SHA-256 of the file is " + digest);
			}
			if (action.rotates() && !digest.equals(LogConfig.ABSENT)) {
				HostAnswer said = this.hosts.run(target,
						new HostCommand(List.of("logrotate", "--debug", action.file()), null));
				return Verification.when(understood(said),
						understood(said) ? "the file says so, and logrotate understands it" : errors(said));
			}
			return Verification.holds("the file says so");
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(LogConfig action, Plan plan, Target target) {
		try {
			new HostPaths(target).demand(action.file());
			String digest = digest(now(action.file(), target));
			Settlement.Finding finding = digest.equals(plan.markers().get(AFTER)) ? Settlement.Finding.HAPPENED
					: digest.equals(plan.markers().get(NOW)) ? Settlement.Finding.DID_NOT_HAPPEN
							: Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding, "SHA-256 of the file is " + digest);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(LogConfig action, Plan plan) {
		String now = plan.markers().getOrDefault(NOW, "");
		return now.isEmpty() ? Optional.empty() : Optional
			.of(new LogConfig(action.file(), "", now.equals(LogConfig.ABSENT) ? now : now.substring(0, 12)));
	}

}
