package io.watchfloor.action.compose;

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
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * What a name means is settled when the plan is made; only that digest is deployed. The
 * version before keeps a name, so that going back needs no registry.
 */
@Component
class ComposeDeployHandler implements ChangeHandler<ComposeDeploy> {

	private static final Duration WITHIN = Duration.ofMinutes(10);

	private final Engines engines;

	private final ComposeTool tool;

	private final Clock clock;

	ComposeDeployHandler(Engines engines, ComposeTool tool, Clock clock) {
		this.engines = engines;
		this.tool = tool;
		this.clock = clock;
	}

	@Override
	public ActionType<ComposeDeploy> type() {
		return new ActionType<>("compose.deploy", ComposeDeploy.class, "compose");
	}

	private ComposeWork work(ComposeDeploy action, Target target) {
		ComposeProject project = ComposeProject.of(target);
		ComposeScope scope = ComposeScope.of(action.scope());
		project.demand(scope);
		Engine engine = this.engines.reading(target);
		return new ComposeWork(project, scope, engine, this.tool, ComposeState.of(engine, project.name(), List.of()));
	}

	@Override
	public Plan plan(ComposeDeploy action, Target target) {
		ComposeWork work = work(action, target);
		String name = DeployNotes.name(action, work);
		ImageVersion version = ImageVersion.resolve(action.image(), work.engine());
		String named = work.imageId(name);
		String running = work.state()
			.of(action.service())
			.stream()
			.map(ContainerState::imageId)
			.findFirst()
			.orElse(named);
		DeployCalls calls = new DeployCalls(name, version.reference(), running, !version.here());
		PlanDraft draft = new PlanDraft().mark("named", named);
		calls.list().forEach((call) -> draft.call(call.call().text()));
		draft.call(line(action, work.project()));
		calls.markers().forEach(draft::mark);
		work.state()
			.of(action.service())
			.forEach((one) -> draft.mark("container " + one.name(), one.id() + " " + one.imageId()));
		DeployNotes.add(action, work, version, calls, draft);
		return draft
			.doneWhen(
					action.service() + " runs that version, and every service of the project runs and is healthy where"
							+ " it has a check",
					Duration.ofSeconds(30), WITHIN)
			.plan(this.clock.instant());
	}

	private String line(ComposeDeploy action, ComposeProject project) {
		return ComposeTool.line(this.tool.words(project, ComposeScope.of(action.scope()), action.words()));
	}

	@Override
	public Outcome execute(ComposeDeploy action, Plan plan, Target target, RunContext context) {
		ComposeProject project = ComposeProject.of(target);
		int made = 0;
		try {
			Engine engine = this.engines.changing(target);
			for (EngineCall call : DeployCalls.of(plan.markers()).list()) {
				if (context.cancelled()) {
					return new Outcome.Failed("Stopped on request before any container changed.");
				}
				context.making(call.call());
				call.send(engine);
				context.progress(++made, plan.calls().size(), "calls");
			}
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " No container was changed"
					+ ((made > 0) ? "; the image may have its new name already." : "."));
		}
		context.making(new Plan.Call(line(action, project)));
		return up(action, project, context);
	}

	private Outcome up(ComposeDeploy action, ComposeProject project, RunContext context) {
		try {
			List<String> words = this.tool.words(project, ComposeScope.of(action.scope()), action.words());
			HostAnswer answer = this.tool.run(project, words, WITHIN);
			(answer.output() + answer.errors()).lines().forEach(context::output);
			return (answer.exit() == 0) ? new Outcome.Succeeded("Compose made " + action.service() + " anew.", Map.of())
					: new Outcome.Failed("Compose ended with " + answer.exit() + ": " + answer.lastWords()
							+ ". The image has its new name; look which container runs.");
		}
		catch (Problem problem) {
			return new Outcome.Unknown(problem.getMessage() + " The image has its new name; the container may be new.");
		}
	}

	@Override
	public Verification verify(ComposeDeploy action, Plan plan, Target target) {
		try {
			ComposeWork work = work(action, target);
			List<ContainerState> ours = work.state().of(action.service());
			boolean well = !ours.isEmpty() && deployed(plan, work, ours)
					&& work.state().containers().stream().allMatch(ContainerState::asWanted);
			return Verification.when(well, work.state().words());
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	private static boolean deployed(Plan plan, ComposeWork work, List<ContainerState> ours) {
		String id = ImageVersion.id(plan.markers().getOrDefault("version", ""), work.engine());
		return !id.isEmpty() && ours.stream().allMatch((one) -> one.imageId().equals(id));
	}

	@Override
	public Settlement probe(ComposeDeploy action, Plan plan, Target target) {
		try {
			ComposeWork work = work(action, target);
			List<ContainerState> ours = work.state().of(action.service());
			boolean untouched = ours.stream()
				.allMatch((one) -> (one.id() + " " + one.imageId())
					.equals(plan.markers().get("container " + one.name())));
			Settlement.Finding finding = (!ours.isEmpty() && !untouched && deployed(plan, work, ours))
					? Settlement.Finding.HAPPENED
					: (untouched && work.imageId(plan.markers().getOrDefault("name", ""))
						.equals(plan.markers().get("named"))) ? Settlement.Finding.DID_NOT_HAPPEN
								: Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding, work.state().words());
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(ComposeDeploy action, Plan plan) {
		String before = plan.markers().getOrDefault("running", "");
		return before.isEmpty() ? Optional.empty()
				: Optional.of(new ComposeDeploy(action.scope(), action.service(), before));
	}

}
