package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostFile;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * The frame of a change of a project's override file: the file is replaced, Compose looks
 * at it, the service is made anew; what Compose refuses puts the file back.
 */
abstract class OverrideChange<A extends Action> implements ChangeHandler<A> {

	private static final Duration WITHIN = Duration.ofMinutes(10);

	private static final String FILE = "file";

	private final Engines engines;

	private final ComposeTool tool;

	private final Hosts hosts;

	private final Clock clock;

	OverrideChange(Engines engines, ComposeTool tool, Hosts hosts, Clock clock) {
		this.engines = engines;
		this.tool = tool;
		this.hosts = hosts;
		this.clock = clock;
	}

	abstract ComposeScope scope(A action);

	abstract String service(A action);

	/** The verb with its arguments. */
	abstract List<String> words(A action);

	/** What the file will say. */
	abstract OverrideFile edit(A action, OverrideFile file, ComposeWork work);

	/** Adds what changes, what it means and how it is put back. */
	abstract void draft(A action, OverrideFile file, ComposeWork work, PlanDraft draft);

	/** What of a container is not as wanted; empty where all is. */
	abstract List<String> amiss(A action, String container, ComposeWork work);

	private ComposeWork work(A action, Target target) {
		ComposeProject project = ComposeProject.of(target);
		ComposeScope scope = scope(action);
		project.demand(scope);
		Engine engine = this.engines.reading(target);
		return new ComposeWork(project, scope, engine, this.tool,
				ComposeState.of(engine, project.name(), List.of(service(action))));
	}

	private OverrideFile file(ComposeWork work) {
		return OverrideFile.of(HostFile.read(work.project().overrideFile(), work.project().target(), this.hosts));
	}

	@Override
	public final Plan plan(A action, Target target) {
		ComposeWork work = work(action, target);
		work.service(service(action));
		OverrideFile file = file(work);
		HostFile after = edit(action, file, work).changed();
		PlanDraft draft = new PlanDraft().mark(FILE, file.file().digest()).mark("after", after.digest());
		after.calls().forEach((call) -> draft.call(call.text()));
		draft.call(check(action, work)).call(up(action, work));
		file.file().calls().forEach((call) -> draft.call("Only if Compose refuses: " + call.text()));
		work.state().markers().forEach(draft::mark);
		draft.doneWhen("the containers of " + service(action) + " have it, run, and are healthy where there is a check",
				Duration.ofSeconds(10), Duration.ofMinutes(5));
		draft(action, file, work, draft);
		new RideAlong(service(action), work).add(draft);
		return draft.plan(this.clock.instant());
	}

	private String check(A action, ComposeWork work) {
		return ComposeTool.line(this.tool.words(work.project(), scope(action), List.of("config", "--quiet")));
	}

	private String up(A action, ComposeWork work) {
		return ComposeTool.line(this.tool.words(work.project(), scope(action), words(action)));
	}

	@Override
	public final Outcome execute(A action, Plan plan, Target target, RunContext context) {
		ComposeWork work;
		OverrideFile before;
		HostFile after;
		try {
			work = work(action, target);
			before = file(work);
			after = edit(action, before, work).changed();
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was sent.");
		}
		if (!after.digest().equals(plan.markers().get("after"))) {
			return new Outcome.Refused("The override file changed since the plan. Plan again; nothing was sent.");
		}
		try {
			after.write(target, this.hosts, context);
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.UNREACHABLE)
					? new Outcome.Unknown(problem.getMessage() + " The file may be replaced; no container was changed.")
					: new Outcome.Failed(problem.getMessage() + " No container was changed.");
		}
		return bring(action, work, before, context);
	}

	private Outcome bring(A action, ComposeWork work, OverrideFile before, RunContext context) {
		try {
			context.making(new Plan.Call(check(action, work)));
			Optional<String> refused = run(work, scope(action), List.of("config", "--quiet"), context);
			if (refused.isPresent()) {
				return back(before, refused.get(), work, context);
			}
			context.making(new Plan.Call(up(action, work)));
			return run(work, scope(action), words(action), context)
				.<Outcome>map((trouble) -> new Outcome.Failed(
						trouble + " The file is changed; look which container runs, and undo or bring it up again."))
				.orElseGet(() -> new Outcome.Succeeded("Compose made " + service(action) + " anew.", Map.of()));
		}
		catch (Problem problem) {
			return new Outcome.Unknown(problem.getMessage() + " The file is changed; the container may be new.");
		}
	}

	/** Why Compose refused; empty when it did not. */
	private Optional<String> run(ComposeWork work, ComposeScope scope, List<String> verb, RunContext context) {
		HostAnswer answer = this.tool.run(work.project(), this.tool.words(work.project(), scope, verb), WITHIN);
		if (verb.getFirst().equals("up")) {
			(answer.output() + answer.errors()).lines().forEach(context::output);
		}
		return (answer.exit() == 0) ? Optional.empty()
				: Optional.of("Compose ended with " + answer.exit() + ": " + answer.lastWords() + ".");
	}

	private Outcome back(OverrideFile before, String refused, ComposeWork work, RunContext context) {
		try {
			before.file().write(work.project().target(), this.hosts, new Back(context));
			return new Outcome.Failed(refused + " The file was put back; no container was changed.");
		}
		catch (Problem problem) {
			return new Outcome.Failed(
					refused + " No container was changed, but the file could not be put back: " + problem.getMessage());
		}
	}

	@Override
	public final Verification verify(A action, Plan plan, Target target) {
		try {
			ComposeWork work = work(action, target);
			List<String> amiss = work.state()
				.containers()
				.stream()
				.flatMap((one) -> amiss(action, one.id(), work).stream().map((what) -> one.name() + ": " + what))
				.toList();
			boolean well = !work.state().containers().isEmpty()
					&& work.state().containers().stream().allMatch(ContainerState::well);
			return Verification.when(well && amiss.isEmpty(),
					work.state().words() + (amiss.isEmpty() ? "" : "; " + String.join("; ", amiss)));
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public final Settlement probe(A action, Plan plan, Target target) {
		try {
			ComposeWork work = work(action, target);
			boolean same = file(work).file().digest().equals(plan.markers().get(FILE));
			boolean untouched = work.state()
				.markers()
				.entrySet()
				.stream()
				.allMatch((one) -> one.getValue().equals(plan.markers().get(one.getKey())));
			boolean done = file(work).file().digest().equals(plan.markers().get("after"))
					&& verify(action, plan, target).state() == Verification.State.HOLDS;
			Settlement.Finding finding = done ? Settlement.Finding.HAPPENED
					: (same && untouched) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding,
					(same ? "the file is as it was; " : "the file is changed; ") + work.state().words());
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	/** Announces calls as the plan has them. */
	private record Back(RunContext context) implements RunContext {

		@Override
		public void output(String line) {
			this.context.output(line);
		}

		@Override
		public void keep(String line) {
			this.context.keep(line);
		}

		@Override
		public void progress(long done, long total, String unit) {
			this.context.progress(done, total, unit);
		}

		@Override
		public void making(Plan.Call call) {
			this.context.making(new Plan.Call("Only if Compose refuses: " + call.text()));
		}

		@Override
		public boolean cancelled() {
			return false;
		}

	}

}
