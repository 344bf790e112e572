package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.compose.ContainerChange.Verb;
import org.springframework.stereotype.Component;

/** Starts and stops by name; when a container started tells whether it happened. */
@Component
class ContainerChangeHandler extends EngineChange<ContainerChange> {

	ContainerChangeHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<ContainerChange> type() {
		return new ActionType<>("docker.container", ContainerChange.class, "docker");
	}

	@Override
	List<EngineCall> calls(ContainerChange action, Map<String, String> markers) {
		String time = (action.seconds() >= 0) ? "?t=" + action.seconds() : "";
		return action.containers()
			.stream()
			.map((name) -> EngineCall.post("/containers/" + Engine.part(name) + "/" + action.verb().word() + time))
			.toList();
	}

	@Override
	String done(ContainerChange action) {
		return "The engine carried out: " + action.commandLine();
	}

	@Override
	protected Plan plan(ContainerChange action, Engine engine, Instant at) {
		List<ContainerState> states = action.containers()
			.stream()
			.map((name) -> ContainerState.of(engine, name))
			.toList();
		SortedMap<String, String> markers = new TreeMap<>();
		List<Plan.Change> changes = new ArrayList<>();
		for (int i = 0; i < states.size(); i++) {
			markers.put(action.containers().get(i), states.get(i).marker());
			changes.add(new Plan.Change(states.get(i).name(), states.get(i).words(), after(action.verb())));
		}
		return new Plan(planned(action, markers), changes, List.of(), warnings(action, states), List.of(),
				undoText(action.verb()), doneWhen(action), markers, at);
	}

	private static String after(Verb verb) {
		return switch (verb) {
			case START, UNPAUSE -> "running";
			case RESTART -> "running, started anew";
			case STOP, KILL -> "exited";
			case PAUSE -> "paused";
		};
	}

	private static List<Plan.Warning> warnings(ContainerChange action, List<ContainerState> states) {
		List<Plan.Warning> warnings = new ArrayList<>();
		states.stream()
			.filter((state) -> !state.project().isEmpty())
			.forEach((state) -> warnings.add(new Plan.Warning(false, state.name() + " belongs to the Compose project "
					+ state.project() + "; a change of its settings needs 'compose up', not this.")));
		if (action.verb() == Verb.RESTART) {
			warnings.add(new Plan.Warning(false,
					"A restart keeps the image and the variables that the container was made with."));
		}
		if (action.verb() == Verb.KILL) {
			warnings
				.add(new Plan.Warning(true, "A killed program cannot finish what it is writing. Stop gives it time."));
		}
		states.stream()
			.filter((state) -> action.verb() == Verb.KILL && state.policy().equals("always"))
			.forEach((state) -> warnings.add(new Plan.Warning(false,
					"The engine starts " + state.name() + " again by itself (restart: always).")));
		return warnings;
	}

	private static String undoText(Verb verb) {
		return switch (verb) {
			case START -> "stop it again";
			case STOP, KILL -> "start it again";
			case PAUSE -> "let it go on";
			case UNPAUSE -> "pause it again";
			case RESTART -> "None: what was running before has ended.";
		};
	}

	private static Plan.DoneWhen doneWhen(ContainerChange action) {
		boolean up = action.verb() == Verb.START || action.verb() == Verb.RESTART || action.verb() == Verb.UNPAUSE;
		return new Plan.DoneWhen(up ? "running, and healthy where there is a check" : after(action.verb()),
				up ? Duration.ofSeconds(10) : Duration.ZERO, Duration.ofMinutes(3));
	}

	@Override
	protected Verification verify(ContainerChange action, Plan plan, Engine engine) {
		List<ContainerState> states = action.containers()
			.stream()
			.map((name) -> ContainerState.of(engine, name))
			.toList();
		String observed = String.join("; ",
				states.stream().map((state) -> state.name() + " " + state.words()).toList());
		if (states.stream().anyMatch((state) -> state.status().equals("dead"))) {
			return new Verification(Verification.State.FAILED, observed);
		}
		boolean holds = states.stream().allMatch((state) -> holds(action.verb(), state, plan));
		return new Verification(holds ? Verification.State.HOLDS : Verification.State.NOT_YET, observed);
	}

	private static boolean holds(Verb verb, ContainerState state, Plan plan) {
		boolean anew = plan.markers().values().stream().noneMatch((marker) -> marker.contains(state.startedAt()));
		return switch (verb) {
			case START, UNPAUSE -> state.well();
			case RESTART -> state.well() && anew;
			case STOP, KILL -> !state.running();
			case PAUSE -> state.status().equals("paused");
		};
	}

	@Override
	protected Settlement probe(ContainerChange action, Plan plan, Engine engine) {
		List<ContainerState> states = action.containers()
			.stream()
			.map((name) -> ContainerState.of(engine, name))
			.toList();
		String evidence = String.join("; ",
				states.stream()
					.map((state) -> state.name() + " " + state.words() + " since " + state.startedAt())
					.toList());
		long changed = states.stream().filter((state) -> !plan.markers().containsValue(state.marker())).count();
		Settlement.Finding finding = (changed == states.size()) ? Settlement.Finding.HAPPENED
				: (changed == 0) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, evidence);
	}

	@Override
	public Optional<Action> undo(ContainerChange action, Plan plan) {
		return switch (action.verb()) {
			case START -> Optional.of(new ContainerChange(Verb.STOP, action.containers(), -1));
			case STOP, KILL -> Optional.of(new ContainerChange(Verb.START, action.containers(), -1));
			case PAUSE -> Optional.of(new ContainerChange(Verb.UNPAUSE, action.containers(), -1));
			case UNPAUSE -> Optional.of(new ContainerChange(Verb.PAUSE, action.containers(), -1));
			case RESTART -> Optional.empty();
		};
	}

}
