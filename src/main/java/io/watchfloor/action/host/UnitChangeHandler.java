package io.watchfloor.action.host;

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
import io.watchfloor.action.host.UnitChange.Verb;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Asks systemd; the id of each start tells a restart from none. */
@Component
class UnitChangeHandler extends HostChange<UnitChange> {

	UnitChangeHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<UnitChange> type() {
		return new ActionType<>("host.service", UnitChange.class, "host");
	}

	@Override
	List<List<String>> commands(UnitChange action, Map<String, String> markers) {
		List<String> words = new ArrayList<>(List.of("systemctl", "--no-ask-password", action.verb().word(), "--"));
		words.addAll(action.units());
		return List.of(words);
	}

	private UnitState state(String unit, Target target) {
		return UnitState.of(unit, run(target, UnitState.command(unit)));
	}

	@Override
	Plan plan(UnitChange action, Target target, Instant at) {
		SortedMap<String, String> markers = new TreeMap<>();
		List<Plan.Change> changes = new ArrayList<>();
		for (String unit : action.units()) {
			UnitState state = state(unit, target);
			markers.put(unit, state.marker());
			changes.add(new Plan.Change(unit, state.words(), after(action.verb())));
		}
		boolean waits = action.verb() == Verb.START || action.verb() == Verb.RESTART;
		return new Plan(calls(action, markers), changes, effects(action.verb()), List.of(), List.of(),
				undo(action).map(Action::commandLine).orElse("None."), new Plan.DoneWhen(after(action.verb()),
						waits ? Duration.ofSeconds(10) : Duration.ZERO, Duration.ofMinutes(3)),
				markers, at);
	}

	private static String after(Verb verb) {
		return switch (verb) {
			case START -> "active";
			case STOP -> "inactive";
			case RESTART -> "active, started anew";
			case RELOAD -> "active, with its settings read again";
			case ENABLE -> "starts with the machine";
			case DISABLE -> "does not start with the machine";
		};
	}

	private static List<String> effects(Verb verb) {
		return switch (verb) {
			case STOP -> List.of("What needs the service fails until it runs again; so do services that require it.");
			case RESTART -> List.of("The service is away while it stops and starts; open connections end.");
			case START, RELOAD, ENABLE, DISABLE -> List.of();
		};
	}

	@Override
	Verification look(UnitChange action, Plan plan, Target target) {
		List<String> observed = new ArrayList<>();
		boolean holds = true;
		boolean failed = false;
		for (String unit : action.units()) {
			UnitState state = state(unit, target);
			observed.add(unit + " " + state.words());
			failed |= state.active().equals("failed") && action.verb() != Verb.STOP;
			holds &= holds(action.verb(), state, plan.markers().getOrDefault(unit, ""));
		}
		Verification.State result = holds ? Verification.State.HOLDS
				: failed ? Verification.State.FAILED : Verification.State.NOT_YET;
		return new Verification(result, String.join("; ", observed));
	}

	private static boolean holds(Verb verb, UnitState state, String before) {
		return switch (verb) {
			case START, RELOAD -> state.running();
			case RESTART -> state.running() && !before.endsWith(" " + state.invocation());
			case STOP -> !state.running();
			case ENABLE -> state.enabled().startsWith("enabled");
			case DISABLE -> !state.enabled().startsWith("enabled");
		};
	}

	@Override
	Settlement settle(UnitChange action, Plan plan, Target target) {
		int changed = 0;
		List<String> observed = new ArrayList<>();
		for (String unit : action.units()) {
			UnitState state = state(unit, target);
			observed.add(unit + " " + state.words());
			changed += state.marker().equals(plan.markers().get(unit)) ? 0 : 1;
		}
		boolean tells = action.verb() != Verb.RELOAD;
		Settlement.Finding finding = (tells && changed == action.units().size()) ? Settlement.Finding.HAPPENED
				: (tells && changed == 0) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, String.join("; ", observed));
	}

	@Override
	public Optional<Action> undo(UnitChange action, Plan plan) {
		return undo(action);
	}

	private static Optional<Action> undo(UnitChange action) {
		Optional<Verb> back = switch (action.verb()) {
			case START -> Optional.of(Verb.STOP);
			case STOP -> Optional.of(Verb.START);
			case ENABLE -> Optional.of(Verb.DISABLE);
			case DISABLE -> Optional.of(Verb.ENABLE);
			case RESTART, RELOAD -> Optional.empty();
		};
		return back.map((verb) -> new UnitChange(verb, action.units()));
	}

}
