package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.compose.NetworkChange.Verb;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Small things that are there afterwards or are not. */
@Component
class NetworkChangeHandler extends EngineChange<NetworkChange> {

	NetworkChangeHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<NetworkChange> type() {
		return new ActionType<>("docker.network", NetworkChange.class, "docker");
	}

	@Override
	List<EngineCall> calls(NetworkChange action, Map<String, String> markers) {
		ObjectNode named = Engine.JSON.createObjectNode().put("Name", action.name());
		ObjectNode container = Engine.JSON.createObjectNode().put("Container", action.container());
		String network = "/networks/" + Engine.part(action.name());
		return List.of(switch (action.verb()) {
			case CREATE_VOLUME -> EngineCall.post("/volumes/create", named);
			case CREATE_NETWORK -> EngineCall.post("/networks/create", named.put("CheckDuplicate", true));
			case CONNECT -> EngineCall.post(network + "/connect", container);
			case DISCONNECT -> EngineCall.post(network + "/disconnect", container);
		});
	}

	@Override
	String done(NetworkChange action) {
		return "The engine carried out: " + action.commandLine();
	}

	/** Whether what the verb leads to is so now. */
	private static boolean there(NetworkChange action, Engine engine) {
		return switch (action.verb()) {
			case CREATE_VOLUME -> engine.find("/volumes/" + Engine.part(action.name())).isPresent();
			case CREATE_NETWORK -> engine.find("/networks/" + Engine.part(action.name())).isPresent();
			case CONNECT -> connected(action, engine);
			case DISCONNECT -> !connected(action, engine);
		};
	}

	private static boolean connected(NetworkChange action, Engine engine) {
		JsonNode network = engine.find("/networks/" + Engine.part(action.name()))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					"There is no network '" + action.name() + "' on the engine."));
		return network.path("Containers")
			.valueStream()
			.anyMatch((container) -> container.path("Name").asString("").equals(action.container()));
	}

	@Override
	protected Plan plan(NetworkChange action, Engine engine, Instant at) {
		boolean there = there(action, engine);
		List<Plan.Warning> warnings = there
				? List.of(new Plan.Warning(false, "It is so already; nothing changes, or the engine refuses."))
				: List.of();
		Map<String, String> markers = Map.of("there", Boolean.toString(there));
		return new Plan(planned(action, markers),
				List.of(new Plan.Change(action.title(), there ? "so already" : "not so", "so")), List.of(), warnings,
				List.of(), undo(action).map((back) -> back.commandLine()).orElse("None."),
				new Plan.DoneWhen("it is so", Duration.ZERO, Duration.ofMinutes(1)), new TreeMap<>(markers), at);
	}

	@Override
	protected Verification verify(NetworkChange action, Plan plan, Engine engine) {
		boolean there = there(action, engine);
		return new Verification(there ? Verification.State.HOLDS : Verification.State.NOT_YET, there ? "so" : "not so");
	}

	@Override
	protected Settlement probe(NetworkChange action, Plan plan, Engine engine) {
		boolean there = there(action, engine);
		return new Settlement(there ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN,
				there ? "so" : "not so");
	}

	@Override
	public Optional<Action> undo(NetworkChange action, Plan plan) {
		return "true".equals(plan.markers().get("there")) ? Optional.empty() : undo(action);
	}

	private static Optional<Action> undo(NetworkChange action) {
		List<String> name = List.of(action.name());
		return Optional.of(switch (action.verb()) {
			case CREATE_VOLUME -> new Removal(Removal.Kind.VOLUMES, name, false, false);
			case CREATE_NETWORK -> new Removal(Removal.Kind.NETWORKS, name, false, false);
			case CONNECT -> new NetworkChange(Verb.DISCONNECT, action.name(), action.container());
			case DISCONNECT -> new NetworkChange(Verb.CONNECT, action.name(), action.container());
		});
	}

}
