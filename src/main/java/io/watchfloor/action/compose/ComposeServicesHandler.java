package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Verification;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

@Component
class ComposeServicesHandler extends ComposeChange<ComposeServices> {

	ComposeServicesHandler(Engines engines, ComposeTool tool, Clock clock) {
		super(engines, tool, clock);
	}

	@Override
	public ActionType<ComposeServices> type() {
		return new ActionType<>("compose.services", ComposeServices.class, "compose");
	}

	@Override
	ComposeScope scope(ComposeServices action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	List<String> verb(ComposeServices action) {
		List<String> words = new ArrayList<>(List.of(action.verb().word()));
		if (action.seconds() >= 0) {
			words.addAll(List.of("--timeout", Integer.toString(action.seconds())));
		}
		words.addAll(action.services());
		return words;
	}

	@Override
	List<String> services(ComposeServices action) {
		return action.services();
	}

	@Override
	void draft(ComposeServices action, ComposeWork work, ComposeDraft draft) {
		List<String> absent = action.services().stream().filter((name) -> work.state().of(name).isEmpty()).toList();
		if (work.state().containers().isEmpty() || !absent.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"There is no container of "
							+ (absent.isEmpty() ? "the project " + work.project().name() : String.join(", ", absent))
							+ ". 'up' makes it; " + action.verb().word() + " cannot.");
		}
		work.state().containers().forEach((one) -> draft.change(one.name(), one.words(), after(action.verb())));
		if (action.verb() == Verb.RESTART) {
			draft.warn(false, "A restart reads no new image, variables or settings; 'up' does.");
			draft.effect("Each container is away while it stops and starts; this is not rolling.");
		}
		if (action.verb() == Verb.KILL) {
			draft.warn(true, "A killed program cannot finish what it is writing. Stop gives it time.");
		}
		boolean up = up(action.verb());
		draft.undo(undo(action).map(Action::commandLine).orElse("None: what was running before has ended."));
		draft.doneWhen(up ? "running, and healthy where there is a check" : after(action.verb()),
				up ? Duration.ofSeconds(10) : Duration.ZERO, Duration.ofMinutes(5));
	}

	private static boolean up(Verb verb) {
		return verb == Verb.START || verb == Verb.RESTART || verb == Verb.UNPAUSE;
	}

	private static String after(Verb verb) {
		return switch (verb) {
			case START, UNPAUSE -> "running";
			case RESTART -> "running, started anew";
			case STOP, KILL -> "exited";
			case PAUSE -> "paused";
		};
	}

	@Override
	Verification verify(ComposeServices action, Plan plan, ComposeWork work) {
		ComposeState state = work.state();
		boolean holds = !state.containers().isEmpty()
				&& state.containers().stream().allMatch((one) -> holds(action.verb(), one, plan));
		return new Verification(holds ? Verification.State.HOLDS : Verification.State.NOT_YET, state.words());
	}

	private static boolean holds(Verb verb, ContainerState one, Plan plan) {
		boolean anew = !plan.markers().getOrDefault("container " + one.name(), "").contains(one.startedAt());
		return switch (verb) {
			case START, UNPAUSE -> one.well();
			case RESTART -> one.well() && anew;
			case STOP, KILL -> !one.running();
			case PAUSE -> one.status().equals("paused");
		};
	}

	@Override
	public Optional<Action> undo(ComposeServices action, Plan plan) {
		return undo(action);
	}

	private static Optional<Action> undo(ComposeServices action) {
		Optional<Verb> back = switch (action.verb()) {
			case START -> Optional.of(Verb.STOP);
			case STOP, KILL -> Optional.of(Verb.START);
			case PAUSE -> Optional.of(Verb.UNPAUSE);
			case UNPAUSE -> Optional.of(Verb.PAUSE);
			case RESTART -> Optional.empty();
		};
		return back.map((verb) -> new ComposeServices(action.scope(), verb, action.services(), -1));
	}

}
