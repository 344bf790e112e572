package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Shell;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** The frame of a change that is a list of commands on a host. */
abstract class HostChange<A extends Action> implements ChangeHandler<A> {

	private static final Duration WITHIN = Duration.ofMinutes(3);

	private final Hosts hosts;

	private final Clock clock;

	HostChange(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	/** Works out the plan; changes nothing. */
	abstract Plan plan(A action, Target target, Instant at);

	/** The commands, in order; they follow from the action and what the plan recorded. */
	abstract List<List<String>> commands(A action, Map<String, String> markers);

	/** Looks once whether done-when holds. */
	abstract Verification look(A action, Plan plan, Target target);

	/** Looks whether an interrupted change happened. */
	abstract Settlement settle(A action, Plan plan, Target target);

	/** Where the commands run; the sign-in's own folder when absent. */
	@Nullable String folder(Target target) {
		return null;
	}

	/** After which one command is given up. */
	Duration within() {
		return WITHIN;
	}

	/** Why a command failed, in its own words. */
	String why(HostAnswer answer) {
		return answer.lastWords();
	}

	final HostAnswer run(Target target, List<String> words) {
		return this.hosts.run(target, new HostCommand(words, folder(target)));
	}

	final List<Plan.Call> calls(A action, Map<String, String> markers) {
		return commands(action, markers).stream().map(HostChange::call).toList();
	}

	private static Plan.Call call(List<String> words) {
		return new Plan.Call(words.stream().map(Shell::quote).reduce((one, two) -> one + " " + two).orElseThrow());
	}

	@Override
	public final Plan plan(A action, Target target) {
		return plan(action, target, this.clock.instant());
	}

	@Override
	public final Outcome execute(A action, Plan plan, Target target, RunContext context) {
		List<List<String>> commands = commands(action, plan.markers());
		int done = 0;
		for (List<String> words : commands) {
			String before = (done == 0) ? "" : " " + done + " of " + commands.size() + " commands were carried out.";
			if (context.cancelled()) {
				return new Outcome.Failed("Stopped on request." + before);
			}
			context.making(call(words));
			try {
				HostAnswer answer = this.hosts.run(target, new HostCommand(words, folder(target), within()),
						HostListener.of(context));
				if (answer.exit() != 0) {
					return new Outcome.Failed(
							"%s ended with %d: %s.%s".formatted(words.getFirst(), answer.exit(), why(answer), before));
				}
			}
			catch (Problem problem) {
				return ended(problem, before);
			}
			done++;
			context.progress(done, commands.size(), "commands");
		}
		return new Outcome.Succeeded("Carried out: " + action.commandLine(), Map.of());
	}

	private static Outcome ended(Problem problem, String before) {
		boolean sent = problem.category() == Problem.Category.UNREACHABLE
				&& !String.valueOf(problem.getMessage()).contains("cannot be reached");
		return sent ? new Outcome.Unknown(problem.getMessage() + " It was started and may have happened." + before)
				: new Outcome.Failed(problem.getMessage() + (before.isEmpty() ? " Nothing was sent." : before));
	}

	@Override
	public final Verification verify(A action, Plan plan, Target target) {
		try {
			return look(action, plan, target);
		}
		catch (Problem problem) {
			return new Verification(Verification.State.UNKNOWN, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public final Settlement probe(A action, Plan plan, Target target) {
		try {
			return settle(action, plan, target);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(A action, Plan plan) {
		return Optional.empty();
	}

}
