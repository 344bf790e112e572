package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * The frame of a change by Compose's tool: one line, planned from the state at the
 * engine, verified and probed there.
 */
abstract class ComposeChange<A extends Action> implements ChangeHandler<A> {

	private static final Duration WITHIN = Duration.ofMinutes(15);

	private final Engines engines;

	private final ComposeTool tool;

	private final Clock clock;

	ComposeChange(Engines engines, ComposeTool tool, Clock clock) {
		this.engines = engines;
		this.tool = tool;
		this.clock = clock;
	}

	/** What the line says before the verb. */
	abstract ComposeScope scope(A action);

	/** The verb with its arguments. */
	abstract List<String> verb(A action);

	/** The services that are named; empty for all. */
	abstract List<String> services(A action);

	/** Adds to the plan what this verb does. */
	abstract void draft(A action, ComposeWork work, ComposeDraft draft);

	/** Whether the state is what was wanted. */
	abstract Verification verify(A action, Plan plan, ComposeWork work);

	@Override
	public final Plan plan(A action, Target target) {
		ComposeWork work = work(action, target);
		ComposeDraft draft = new ComposeDraft(work.state());
		draft(action, work, draft);
		return draft.plan(new Plan.Call(line(action, work.project())), this.clock.instant());
	}

	private String line(A action, ComposeProject project) {
		return ComposeTool.line(this.tool.words(project, scope(action), verb(action)));
	}

	private ComposeWork work(A action, Target target) {
		ComposeProject project = ComposeProject.of(target);
		ComposeScope scope = scope(action);
		project.demand(scope);
		Engine engine = this.engines.reading(target);
		return new ComposeWork(project, scope, engine, this.tool,
				ComposeState.of(engine, project.name(), services(action)));
	}

	@Override
	public final Outcome execute(A action, Plan plan, Target target, RunContext context) {
		ComposeProject project = ComposeProject.of(target);
		List<String> words = this.tool.words(project, scope(action), verb(action));
		context.making(new Plan.Call(ComposeTool.line(words)));
		try {
			HostAnswer answer = this.tool.run(project, words, WITHIN);
			(answer.output() + answer.errors()).lines().forEach(context::output);
			if (answer.exit() == 0) {
				return new Outcome.Succeeded("Compose carried out: " + action.commandLine(), Map.of());
			}
			return new Outcome.Failed("Compose ended with " + answer.exit() + ": " + answer.lastWords() + ". "
					+ changedSince(action, plan, target));
		}
		catch (Problem problem) {
			boolean notStarted = problem.category() == Problem.Category.NOT_FOUND
					|| problem.category() == Problem.Category.TARGET_SAID_NO;
			return notStarted ? new Outcome.Failed(problem.getMessage() + " Nothing was sent.")
					: new Outcome.Unknown(problem.getMessage() + " It was started and may have changed something.");
		}
	}

	/** What a refusal left changed; it may have come in the middle. */
	private String changedSince(A action, Plan plan, Target target) {
		try {
			List<String> changed = changed(plan, work(action, target).state());
			return changed.isEmpty() ? "Nothing was changed."
					: "Changed meanwhile: " + String.join(", ", changed) + ".";
		}
		catch (Problem unknown) {
			return "What it changed could not be read: " + unknown.getMessage();
		}
	}

	private static List<String> changed(Plan plan, ComposeState now) {
		SortedMap<String, String> markers = now.markers();
		List<String> changed = new ArrayList<>();
		plan.markers().forEach((name, value) -> {
			if (name.startsWith("container ") && !value.equals(markers.get(name))) {
				changed.add(name);
			}
		});
		markers.keySet().stream().filter((name) -> !plan.markers().containsKey(name)).forEach(changed::add);
		return changed;
	}

	@Override
	public final Verification verify(A action, Plan plan, Target target) {
		try {
			return verify(action, plan, work(action, target));
		}
		catch (Problem problem) {
			return new Verification(Verification.State.UNKNOWN, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(A action, Plan plan, Target target) {
		try {
			ComposeWork work = work(action, target);
			ComposeState state = work.state();
			List<String> changed = changed(plan, state);
			boolean holds = verify(action, plan, work).state() == Verification.State.HOLDS;
			Settlement.Finding finding = changed.isEmpty() ? Settlement.Finding.DID_NOT_HAPPEN
					: holds ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding, state.words() + (changed.isEmpty() ? "; nothing changed since the plan"
					: "; changed since the plan: " + String.join(", ", changed)));
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
